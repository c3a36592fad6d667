import type { PodSecurityContext, SecurityContext } from '../../../../imports/kubernetes/types';
import type { Path } from '../../path';
import type { Rule } from '../../rule';
import { eachContainer } from '../pod/each-container';

export const unreadableFile: Rule<'PodSpec'> = {
  code: 'unreadable-file',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['ConfigMapVolumeSource', 'SecretVolumeSource'],
  summary:
    'The files of a ConfigMap or a Secret belong to root; a container with another user can read them by fsGroup, or if their mode lets everybody.',
  mirrors: 'pkg/volume/volume_linux.go: changeFilePermission',
  check(spec, at, report) {
    const { securityContext: pod = {}, volumes = [] } = spec;
    if (pod.fsGroup !== undefined) return;
    volumes.forEach((volume, index) => {
      if (volume.configMap === undefined && volume.secret === undefined) return;
      eachContainer(spec, ({ name, securityContext: own = {}, volumeMounts = [] }) => {
        const bits = bitsOf(own, pod);
        if (bits === undefined || !volumeMounts.some((mount) => mount.name === volume.name)) return;
        const message = `keeps out the user of the container "${name}"`;
        for (const field of ['configMap', 'secret'] as const) {
          const here = at.field('volumes').item(index).field(field);
          for (const [place, mode] of modesOf(volume[field] ?? {}, here)) {
            if ((mode & bits) === 0) report(place, `0${mode.toString(8)} ${message}`, FIX);
          }
        }
      });
    });
  },
};

const FIX = 'set fsGroup in the securityContext of the pod, or let all read: 0444';

/** The bits of which a mode needs one, so that a container that is not root can read a file of root's; undefined for root. */
function bitsOf(own: SecurityContext, pod: PodSecurityContext): number | undefined {
  const user = own.runAsUser ?? pod.runAsUser;
  if (user === 0 || (user === undefined && (own.runAsNonRoot ?? pod.runAsNonRoot) !== true)) return undefined;
  // Without a group it is the one that the image has for the user, or root's.
  const group = own.runAsGroup ?? pod.runAsGroup;
  if (group === 0 || pod.supplementalGroups?.includes(0) === true) return 0o040;
  return group === undefined ? 0o044 : 0o004;
}

interface Source {
  readonly defaultMode?: number | undefined;
  readonly items?: readonly { readonly mode?: number | undefined }[] | undefined;
}

/** The modes of the files, each with its place: that of an item counts for it, the default for the others. */
function modesOf({ defaultMode, items = [] }: Source, at: Path): readonly (readonly [Path, number])[] {
  const own = items.flatMap(({ mode }, index) =>
    mode === undefined ? [] : [[at.field('items').item(index).field('mode'), mode] as const],
  );
  const isDefaultUsed = items.length === 0 || own.length < items.length;
  return isDefaultUsed && defaultMode !== undefined ? [[at.field('defaultMode'), defaultMode], ...own] : own;
}

export const hiddenRoot: Rule<'Container'> = {
  code: 'hidden-root',
  severity: 'warning',
  on: 'Container',
  needs: ['VolumeMount'],
  summary:
    'A volume is mounted below "/", because at "/" it would hide the programs of the image, and no container starts.',
  check({ volumeMounts = [] }, at, report) {
    volumeMounts.forEach(({ mountPath }, index) => {
      if (!/^[/.]+$/.test(mountPath)) return;
      const here = at.field('volumeMounts').item(index).field('mountPath');
      report(here, `"${mountPath}" hides all files of the image`, 'mount it at a folder, such as "/data"');
    });
  },
};
