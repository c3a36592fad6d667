import type { Volume } from '../../../imports/kubernetes/types';
import { type Check, type FindViolations, hasUserNamespace, securityFields, unlessWindows } from './check';
import { addedBeyond } from './kernel-checks';

const withEscalation: FindViolations = ({ containers }, report) => {
  for (const { value, at } of containers) {
    const { allowPrivilegeEscalation } = value.securityContext ?? {};
    if (allowPrivilegeEscalation === false) continue;
    const message = allowPrivilegeEscalation === undefined ? 'is missing' : 'is true';
    report(at.field('securityContext').field('allowPrivilegeEscalation'), message, 'write false');
  }
};

const allowPrivilegeEscalation: Check = {
  name: 'allowPrivilegeEscalation',
  level: 'restricted',
  since: { 8: withEscalation, 25: unlessWindows(withEscalation) },
};

const restrictedAdds = addedBeyond(new Set(['NET_BIND_SERVICE']));

const withCapabilities: FindViolations = (pod, report) => {
  restrictedAdds(pod, report);
  for (const { value, at } of pod.containers) {
    const drop = value.securityContext?.capabilities?.drop;
    if (drop?.includes('ALL')) continue;
    const message = drop === undefined ? 'is missing' : 'does not have "ALL"';
    report(at.field('securityContext').field('capabilities').field('drop'), message, 'write ["ALL"]');
  }
};

const capabilitiesRestricted: Check = {
  name: 'capabilities_restricted',
  level: 'restricted',
  overrides: 'capabilities_baseline',
  since: { 22: withCapabilities, 25: unlessWindows(withCapabilities) },
};

/** The pod may say it for all containers, but then none may say the opposite. */
const mayBeRoot: FindViolations = (pod, report) => {
  const said = securityFields(pod, 'runAsNonRoot');
  for (const { value, at } of said) {
    if (!value) report(at, 'is false', 'write true, and give the image a user that is not root');
  }
  if (pod.spec.securityContext?.runAsNonRoot !== undefined) return;
  if (said.length === pod.containers.length) return;
  const at = pod.specAt.field('securityContext').field('runAsNonRoot');
  report(at, 'is missing', 'write true, and give the image a user that is not root');
};

const runAsNonRoot: Check = {
  name: 'runAsNonRoot',
  level: 'restricted',
  since: { 0: mayBeRoot, 35: unlessUserNamespace(mayBeRoot) },
};

const asRoot: FindViolations = (pod, report) => {
  for (const { value, at } of securityFields(pod, 'runAsUser')) {
    if (value === 0) report(at, 'is 0, which is root', 'give another user');
  }
};

const runAsUser: Check = {
  name: 'runAsUser',
  level: 'restricted',
  since: { 23: asRoot, 35: unlessUserNamespace(asRoot) },
};

function unlessUserNamespace(find: FindViolations): FindViolations {
  return (pod, report) => {
    if (!hasUserNamespace(pod)) find(pod, report);
  };
}

const VOLUMES: ReadonlySet<string> = new Set<keyof Volume>([
  ...(['configMap', 'csi', 'downwardAPI', 'emptyDir', 'ephemeral', 'image'] as const),
  ...(['persistentVolumeClaim', 'projected', 'secret'] as const),
]);

const restrictedVolumes: Check = {
  name: 'restrictedVolumes',
  level: 'restricted',
  overrides: 'hostPathVolumes',
  since: {
    0: ({ spec, specAt }, report) => {
      spec.volumes?.forEach((volume, index) => {
        // A volume of no sort at all is an emptyDir.
        const sorts = Object.entries(volume).filter(([field, value]) => field !== 'name' && value !== undefined);
        const [sort] = sorts[0] ?? [];
        if (sort === undefined || sorts.some(([allowed]) => VOLUMES.has(allowed))) return;
        const fix = 'use a claim, or a volume of the pod itself, such as emptyDir or secret';
        report(specAt.field('volumes').item(index).field(sort), 'is a volume of the node or of a network', fix);
      });
    },
  },
};

/** What the restricted level asks beyond the baseline, but for profiles and what belongs to the kernel. */
export const RESTRICTED_CHECKS: readonly Check[] = [
  allowPrivilegeEscalation,
  capabilitiesRestricted,
  runAsNonRoot,
  runAsUser,
  restrictedVolumes,
];
