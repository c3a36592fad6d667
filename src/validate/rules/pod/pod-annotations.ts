import type { PodSpec } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';
import { APP_ARMOR, isAppArmorProfile, LOCALHOST, SECCOMP, SECCOMP_POD } from './profile-annotations';
import { descendingPathProblem } from './relative-path';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const MIRROR = 'kubernetes.io/config.mirror';

export const podAnnotation: Rule<'Pod' | 'PodTemplateSpec'> = {
  code: 'pod-annotation',
  severity: 'error',
  on: ['Pod', 'PodTemplateSpec'],
  summary: 'The annotations of a pod that Kubernetes reads have a value that it can read.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodSpecificAnnotations',
  check({ metadata, spec }, at, report) {
    const annotations = metadata?.annotations;
    if (annotations === undefined) return;
    for (const key of Object.keys(annotations)) {
      if (!key.includes('kubernetes.io/')) continue;
      const problem = annotationProblem(key, annotations[key] ?? '', spec);
      if (problem === undefined) continue;
      report(at.field('metadata').field('annotations').field(key), problem.fact, problem.fix);
    }
  },
};

interface Problem {
  readonly fact: string;
  readonly fix: string;
}

function annotationProblem(key: string, value: string, spec: PodSpec | undefined): Problem | undefined {
  if (key === DELETION_COST) {
    if (isInt32(value)) return undefined;
    return { fact: `"${value}" is not a whole number of 32 bits`, fix: 'write one such as "-100" or "0"' };
  }
  if (key === SECCOMP_POD || key.startsWith(SECCOMP)) {
    if (isSeccompProfile(value)) return undefined;
    return { fact: `"${value}" is not a seccomp profile`, fix: 'take it away, and use securityContext.seccompProfile' };
  }
  if (key.startsWith(APP_ARMOR)) {
    const name = key.slice(APP_ARMOR.length);
    if (!hasContainer(spec, name))
      return { fact: `is about "${name}", which is no container`, fix: 'name a container' };
    if (isAppArmorProfile(value)) return undefined;
    return {
      fact: `"${value}" is not an AppArmor profile`,
      fix: 'take it away, and use securityContext.appArmorProfile',
    };
  }
  if (key === TOLERATIONS && value !== '' && !isJsonList(value)) {
    return { fact: 'is not a list in JSON', fix: 'take it away, and use spec.tolerations' };
  }
  if (key === MIRROR && (spec?.nodeName ?? '') === '') {
    return { fact: 'is for pods of a kubelet, but there is no spec.nodeName', fix: 'take it away' };
  }
  return undefined;
}

function isInt32(text: string): boolean {
  return /^(0|-?\d+)$/.test(text) && !/^0\d/.test(text) && Number(text) >= -(2 ** 31) && Number(text) < 2 ** 31;
}

function isSeccompProfile(profile: string): boolean {
  if (['runtime/default', 'docker/default', 'unconfined'].includes(profile)) return true;
  return profile.startsWith(LOCALHOST) && descendingPathProblem(profile.slice(LOCALHOST.length)) === undefined;
}

function hasContainer(spec: PodSpec | undefined, name: string): boolean {
  return [...(spec?.initContainers ?? []), ...(spec?.containers ?? [])].some((container) => container.name === name);
}

function isJsonList(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || Array.isArray(value);
  } catch {
    return false;
  }
}
