import type { Container, PodSpec, Volume } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { eachContainer } from '../pod/each-container';
import { backstepProblem, descendingPathProblem } from '../pod/relative-path';

/** Whether a volume is a claim, which can be a block device. Volumes by name: true for those. */
type Volumes = ReadonlyMap<string, boolean>;

export const mountedVolume: Rule<'PodSpec' | 'StatefulSetSpec'> = {
  code: 'mounted-volume',
  severity: 'error',
  on: ['PodSpec', 'StatefulSetSpec'],
  needs: ['VolumeMount', 'VolumeDevice'],
  summary: 'What a container mounts is a volume of the pod, and a block device is a claim.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateVolumeMounts, ValidateVolumeDevices',
  check(value, at, report, { object }) {
    if ('containers' in value) {
      // The volumes of a StatefulSet are also in its volumeClaimTemplates.
      if (object.kind !== 'StatefulSet') checkContainers(value, NO_CLAIMS, at, report);
      return;
    }
    const spec = value.template.spec;
    const claims = new Map<string, boolean>();
    for (const { metadata } of value.volumeClaimTemplates ?? []) claims.set(metadata?.name ?? '', true);
    if (spec !== undefined) checkContainers(spec, claims, at.field('template').field('spec'), report);
  },
};

const NO_CLAIMS: Volumes = new Map();

function checkContainers(spec: PodSpec, claims: Volumes, at: Path, report: Report): void {
  const known = new Map<string, boolean>();
  for (const volume of spec.volumes ?? []) known.set(volume.name, isClaim(volume));
  for (const [name, isBlock] of claims) known.set(name, isBlock);
  eachContainer(spec, (container, list, index) => {
    if (container.volumeMounts === undefined && container.volumeDevices === undefined) return;
    checkContainer(container, known, at.field(list).item(index), report);
  });
}

function isClaim({ persistentVolumeClaim, ephemeral }: Volume): boolean {
  return persistentVolumeClaim !== undefined || ephemeral !== undefined;
}

function checkContainer(
  { volumeMounts = [], volumeDevices = [] }: Container,
  known: Volumes,
  at: Path,
  report: Report,
): void {
  volumeMounts.forEach(({ name }, index) => {
    if (!known.has(name)) reportUnknown(name, known, at.field('volumeMounts').item(index), report);
  });
  volumeDevices.forEach(({ name }, index) => {
    const here = at.field('volumeDevices').item(index);
    if (!known.has(name)) reportUnknown(name, known, here, report);
    else if (known.get(name) !== true) {
      report(here.field('name'), `"${name}" is no claim`, 'name a volume with a persistentVolumeClaim, or mount it');
    }
  });
}

function reportUnknown(name: string, known: Volumes, at: Path, report: Report): void {
  const meant = didYouMean(name, [...known.keys()]);
  const fix = meant === undefined ? 'add it to the volumes of the pod' : `did you mean "${meant}"?`;
  report(at.field('name'), `"${name}" is the name of no volume of the pod`, fix);
}

export const mountPath: FieldRule<'VolumeMount.mountPath' | 'VolumeDevice.devicePath'> = {
  code: 'mount-path',
  severity: 'error',
  fields: ['VolumeMount.mountPath', 'VolumeDevice.devicePath'],
  summary: 'A mount says where the volume appears in the container.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateVolumeMounts',
  problem: (path) => (path === '' ? 'is empty: give an absolute path, such as "/data"' : undefined),
};

export const devicePath: FieldRule<'VolumeDevice.devicePath'> = {
  code: 'device-path',
  severity: 'error',
  fields: ['VolumeDevice.devicePath'],
  summary: 'The path of a block device has no "..", because it would be another one.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateVolumeDevices',
  problem: backstepProblem,
};

export const mountConflict: Rule<'Container'> = {
  code: 'mount-conflict',
  severity: 'error',
  on: 'Container',
  needs: ['VolumeDevice'],
  summary:
    'A container uses a volume once as a block device, or as often as it likes as a directory, each at its own path.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateVolumeMounts, ValidateVolumeDevices',
  check({ volumeMounts = [], volumeDevices }, at, report) {
    if (volumeDevices === undefined) return;
    for (const [index, { name, devicePath }] of volumeDevices.entries()) {
      const here = at.field('volumeDevices').item(index);
      if (volumeDevices.findIndex((device) => device.name === name) < index) {
        report(here.field('name'), `"${name}" is a device already`, 'take one of them away');
      }
      const mounted = volumeMounts.findIndex((mount) => mount.name === name);
      if (mounted >= 0) {
        const other = at.field('volumeMounts').item(mounted).text();
        report(here.field('name'), `"${name}" is mounted, too, by ${other}`, 'keep one of them');
      }
      const same = volumeMounts.findIndex(({ mountPath }) => mountPath === devicePath && devicePath !== '');
      if (same < 0) continue;
      const other = at.field('volumeMounts').item(same).text();
      report(here.field('devicePath'), `"${devicePath}" is the path of ${other}`, 'change one of them');
    }
  },
};

export const subPath: Rule<'VolumeMount'> = {
  code: 'sub-path',
  severity: 'error',
  on: 'VolumeMount',
  needs: ['VolumeMount.subPath', 'VolumeMount.subPathExpr'],
  summary: 'A subPath is relative and stays inside of the volume, so that a pod cannot reach the rest of the node.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateLocalDescendingPath',
  check(mount, at, report) {
    const { subPath = '', subPathExpr = '' } = mount;
    checkField(report, at, mount, 'subPath', descendingPathProblem);
    checkField(report, at, mount, 'subPathExpr', descendingPathProblem);
    if (subPath !== '' && subPathExpr !== '')
      report(at.field('subPathExpr'), 'is there beside subPath', 'keep one of them');
  },
};

export const mountPropagation: Rule<'Container'> = {
  code: 'mount-propagation',
  severity: 'error',
  on: 'Container',
  needs: ['VolumeMount.mountPropagation'],
  summary: 'Only a privileged container mounts with "Bidirectional", because its mounts appear on the node.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateMountPropagation',
  check({ volumeMounts, securityContext }, at, report) {
    if (volumeMounts === undefined || securityContext?.privileged === true) return;
    for (const [index, { mountPropagation }] of volumeMounts.entries()) {
      if (mountPropagation !== 'Bidirectional') continue;
      const here = at.field('volumeMounts').item(index).field('mountPropagation');
      report(
        here,
        '"Bidirectional" is for privileged containers',
        'use "HostToContainer", or securityContext.privileged',
      );
    }
  },
};

export const recursiveReadOnly: Rule<'VolumeMount'> = {
  code: 'recursive-read-only',
  severity: 'error',
  on: 'VolumeMount',
  needs: ['VolumeMount.recursiveReadOnly'],
  summary: 'A mount with recursiveReadOnly is readOnly and does not propagate, so that nothing below it is written.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateMountRecursiveReadOnly',
  check({ recursiveReadOnly, readOnly, mountPropagation = 'None' }, at, report) {
    if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return;
    const here = at.field('recursiveReadOnly');
    if (readOnly !== true)
      report(here, `"${recursiveReadOnly}" is for mounts that are readOnly`, 'write readOnly: true');
    if (mountPropagation === 'None') return;
    report(here, `"${recursiveReadOnly}" excludes the propagation "${mountPropagation}"`, 'take mountPropagation away');
  },
};
