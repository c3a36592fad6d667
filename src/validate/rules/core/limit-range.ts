import type { LimitRangeItem } from '../../../../imports/kubernetes/types';
import { labelKeyProblem } from '../../../manifest/name';
import { milli64Of, milliOf, units64Of } from '../../amount';
import type { FieldRule, Rule } from '../../rule';
import { checkKey } from '../meta/check-labels';
import { canOvercommit, containerResourceProblem } from '../pod/resource-names';
import { isStandardQuota } from './resource-quota';

export const limitType: FieldRule<'LimitRangeItem.type'> = {
  code: 'limit-type',
  severity: 'error',
  fields: ['LimitRangeItem.type'],
  summary: 'A LimitRange limits containers, pods, claims for volumes, or what has a domain before its name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateLimitRangeTypeName',
  problem(type) {
    if (type.includes('/')) return labelKeyProblem(type);
    if (['Container', 'PersistentVolumeClaim', 'Pod'].includes(type)) return undefined;
    return 'is not a type of limits: write "Container", "Pod" or "PersistentVolumeClaim"';
  },
};

const FIELDS = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

export const limitResource: Rule<'LimitRangeItem'> = {
  code: 'limit-resource',
  severity: 'error',
  on: 'LimitRangeItem',
  summary:
    'Limits are of resources that the limited thing has; those of a pod have no defaults, and those of a claim are of storage.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateLimitRange',
  check(item, at, report) {
    const isOfPods = item.type === 'Pod';
    const problem = isOfPods || item.type === 'Container' ? containerResourceProblem : resourceProblem;
    for (const field of FIELDS) {
      const names = Object.keys(item[field] ?? {});
      if (isOfPods && names.length > 0 && (field === 'default' || field === 'defaultRequest')) {
        report(at.field(field), 'is not for the type Pod', 'give it to the type Container');
        continue;
      }
      for (const name of names) checkKey(report, at, field, name, problem);
    }
    if (item.type === 'PersistentVolumeClaim' && item.min?.storage === undefined && item.max?.storage === undefined) {
      report(at, 'has no storage in min or max', 'give the least or the most that a claim can ask for');
    }
  },
};

function resourceProblem(name: string): string | undefined {
  const problem = labelKeyProblem(name);
  if (problem !== undefined || name.includes('/') || name === 'storage' || isStandardQuota(name)) return problem;
  return 'is not a resource of Kubernetes: give one such as "storage", or a name with a domain';
}

/** Of each pair, the first is not more than the second. */
const ORDER = [
  ['min', 'max'],
  ['min', 'defaultRequest'],
  ['defaultRequest', 'max'],
  ['defaultRequest', 'default'],
  ['min', 'default'],
  ['default', 'max'],
] as const;

export const limitOrder: Rule<'LimitRangeItem'> = {
  code: 'limit-order',
  severity: 'error',
  on: 'LimitRangeItem',
  summary:
    'Of each resource, min is not more than defaultRequest, that not more than default, and that not more than max.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateLimitRange; SetDefaults_LimitRangeItem',
  check(item, at, report) {
    const amounts = withDefaults(item);
    for (const name of new Set(FIELDS.flatMap((field) => Object.keys(item[field] ?? {})))) {
      const wrong = ORDER.find(([low, high]) => isMore(amounts[low]?.[name], amounts[high]?.[name]));
      if (wrong !== undefined) {
        const [low, high] = wrong;
        // What is not written is by default what another field says.
        const field = item[low]?.[name] === undefined ? high : low;
        const message = `makes ${low} ${String(amounts[low]?.[name])} more than ${high} ${String(amounts[high]?.[name])}`;
        report(at.field(field).field(name), message, 'lower the one, or raise the other');
      } else if (!canOvercommit(name) && isMore(amounts.default?.[name], amounts.defaultRequest?.[name])) {
        report(
          at.field('defaultRequest').field(name),
          'is less than default',
          `ask for as much: "${name}" cannot be overcommitted`,
        );
      }
    }
  },
};

type Amounts = NonNullable<LimitRangeItem['max']>;

function withDefaults(item: LimitRangeItem): Pick<LimitRangeItem, 'min' | 'max' | 'default' | 'defaultRequest'> {
  const { min, max, type } = item;
  if (type === 'Pod') return { min, max };
  if (type !== 'Container') return item;
  const limits: Amounts = { ...max, ...item.default };
  return { min, max, default: limits, defaultRequest: { ...min, ...limits, ...item.defaultRequest } };
}

function isMore(one: Amounts[string] | undefined, other: Amounts[string] | undefined): boolean {
  return one !== undefined && other !== undefined && milliOf(one) > milliOf(other);
}

/** Below, the server compares thousandths; from there on, whole units. */
const MAX_MILLI = (2n ** 63n - 1n) / 1000n;

export const limitRatio: Rule<'LimitRangeItem'> = {
  code: 'limit-ratio',
  severity: 'error',
  on: 'LimitRangeItem',
  summary: 'A limit is from once to max / min times the request, because no pod can have more.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateLimitRange',
  check({ min = {}, max = {}, maxLimitRequestRatio = {} }, at, report) {
    for (const [name, ratio] of Object.entries(maxLimitRequestRatio)) {
      const here = at.field('maxLimitRequestRatio').field(name);
      const [least, most] = [min[name], max[name]];
      if (milliOf(ratio) < 1000n) report(here, `${ratio} is less than 1`, 'give 1 or more');
      else if (least !== undefined && most !== undefined) {
        // Numbers, because nothing is more than what is divided by 0.
        const isSmall = [ratio, least, most].every((amount) => units64Of(amount) < MAX_MILLI);
        const numberOf = (amount: Amounts[string]): number => Number(isSmall ? milli64Of(amount) : units64Of(amount));
        const highest = numberOf(most) / numberOf(least);
        if (numberOf(ratio) / (isSmall ? 1000 : 1) > highest)
          report(here, `${ratio} is more than max / min = ${highest}`, 'lower it');
      }
    }
  },
};
