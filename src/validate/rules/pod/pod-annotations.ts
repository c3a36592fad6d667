import type { PodSpec, Toleration } from '../../../../imports/kubernetes/types';
import { isSilent } from '../../check-field';
import { ROOT } from '../../path';
import type { Rule } from '../../rule';
import { readAnnotatedList } from '../json-annotation';
import { APP_ARMOR, isAppArmorProfile, LOCALHOST, SECCOMP, SECCOMP_POD } from './profile-annotations';
import { descendingPathProblem } from './relative-path';
import { checkToleration } from './tolerations';

const DELETION_COST = 'controller.kubernetes.io/pod-deletion-cost';
const TOLERATIONS = 'scheduler.alpha.kubernetes.io/tolerations';
const MIRROR = 'kubernetes.io/config.mirror';

export const podAnnotation: Rule<'Pod' | 'PodTemplateSpec'> = {
  code: 'pod-annotation',
  severity: 'error',
  on: ['Pod', 'PodTemplateSpec'],
  needs: ['ObjectMeta.annotations'],
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
  if (key === TOLERATIONS && value !== '' && !isListOfTolerations(value)) {
    return { fact: 'is not a list of tolerations in JSON', fix: 'take it away, and use spec.tolerations' };
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

const OPERATORS: readonly string[] = ['', 'Equal', 'Exists'];
const EFFECTS: readonly string[] = ['', 'NoExecute', 'NoSchedule', 'PreferNoSchedule'];

function isListOfTolerations(text: string): boolean {
  const list = readAnnotatedList(text, ['key', 'operator', 'value', 'effect']);
  return list?.every(isToleration) ?? false;
}

/** The names of its fields are in small letters. */
function isToleration({ key, operator = '', value, effect = '', tolerationseconds: seconds }: Written): boolean {
  if (!OPERATORS.includes(operator) || !EFFECTS.includes(effect)) return false;
  if (seconds !== undefined && !Number.isInteger(seconds)) return false;
  // All of them are what the lines before asked for.
  const toleration = { key, operator, value, effect, tolerationSeconds: seconds } as Toleration;
  return isSilent((report) => checkToleration(toleration, ROOT, report));
}

type Written = Readonly<
  Partial<Record<'key' | 'operator' | 'value' | 'effect', string> & Record<'tolerationseconds', unknown>>
>;
