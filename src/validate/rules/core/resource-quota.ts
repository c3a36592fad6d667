import type { ResourceQuotaSpec } from '../../../../imports/kubernetes/types';
import { labelKeyProblem } from '../../../manifest/name';
import { isWholeNumber, milliOf } from '../../amount';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { checkKey } from '../meta/check-labels';
import { HUGE_PAGES, isExtended } from '../pod/resource-names';

/** What can be counted, and is in whole numbers. */
const OBJECTS = [
  'configmaps',
  'persistentvolumeclaims',
  'pods',
  'replicationcontrollers',
  'resourcequotas',
  'secrets',
  'services',
  'services.loadbalancers',
  'services.nodeports',
];

const COMPUTE = ['cpu', 'memory', 'requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory'];

const STANDARD: ReadonlySet<string> = new Set([
  ...OBJECTS,
  ...COMPUTE,
  'ephemeral-storage',
  'limits.ephemeral-storage',
  'requests.ephemeral-storage',
  'requests.storage',
]);

/** Whether Kubernetes itself knows how much of the resource a namespace uses. */
export function isStandardQuota(name: string): boolean {
  return STANDARD.has(name) || name.startsWith(HUGE_PAGES) || name.startsWith(`requests.${HUGE_PAGES}`);
}

/** Whether it is counted in whole numbers: objects, and what device plugins give. */
export function isCounted(name: string): boolean {
  return OBJECTS.includes(name) || isExtended(name);
}

export const quotaResource: Rule<'ResourceQuotaSpec'> = {
  code: 'quota-resource',
  severity: 'error',
  on: 'ResourceQuotaSpec',
  summary: 'A quota limits resources that Kubernetes knows, or those with a domain or "count/" before their names.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateResourceQuotaResourceName',
  check({ hard = {} }, at, report) {
    for (const name of Object.keys(hard)) checkKey(report, at, 'hard', name, quotaResourceProblem);
  },
};

function quotaResourceProblem(name: string): string | undefined {
  const problem = labelKeyProblem(name);
  if (problem !== undefined || name.includes('/') || isStandardQuota(name)) return problem;
  return `is not a resource of quotas: give one such as "requests.cpu", "pods" or "count/deployments.apps"`;
}

export const quotaAmount: Rule<'ResourceQuotaSpec'> = {
  code: 'quota-amount',
  severity: 'error',
  on: 'ResourceQuotaSpec',
  summary: 'The amounts of a quota are 0 or more, and whole numbers where they count objects.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateResourceQuantityValue',
  check({ hard = {} }, at, report) {
    for (const [name, amount] of Object.entries(hard)) {
      const here = at.field('hard').field(name);
      if (milliOf(amount) < 0n) report(here, `${amount} is negative`, 'give 0 or more');
      else if (isCounted(name) && !isWholeNumber(amount)) {
        report(here, `${amount} is not a whole number that counts objects`, 'give one, such as 100');
      }
    }
  },
};

export const quotaScope: Rule<'ResourceQuotaSpec'> = {
  code: 'quota-scope',
  severity: 'error',
  on: 'ResourceQuotaSpec',
  summary: 'The scopes of a quota do not exclude each other, and fit the resources that it limits.',
  mirrors:
    'pkg/apis/core/validation/validation.go: validateResourceQuotaScopes, validateScopedResourceSelectorRequirement',
  check({ hard = {}, scopes = [], scopeSelector }, at, report) {
    const requirements = scopeSelector?.matchExpressions ?? [];
    const list = at.field('scopes');
    const expressions = at.field('scopeSelector').field('matchExpressions');
    reportScopes(scopes, hard, list, (index) => list.item(index), report);
    reportScopes(
      requirements.map(({ scopeName }) => scopeName),
      hard,
      expressions,
      (index) => expressions.item(index).field('scopeName'),
      report,
    );
    for (const [index, { scopeName, operator, values = [] }] of requirements.entries()) {
      const here = expressions.item(index);
      const wantsValues = operator === 'In' || operator === 'NotIn';
      if (operator !== 'Exists' && scopeName !== 'PriorityClass' && scopeName !== 'VolumeAttributesClass') {
        report(here.field('operator'), `"${operator}" is not for ${scopeName}, which has no values`, 'write "Exists"');
      } else if (wantsValues && values.length === 0) {
        report(here, `has no values, and "${operator}" needs some`, 'list the names of classes');
      } else if (!wantsValues && values.length > 0) {
        report(here.field('values'), `is there, and "${operator}" has no use for it`, 'take it away, or write "In"');
      }
    }
  },
};

type Scope = NonNullable<ResourceQuotaSpec['scopes']>[number];

const OPPOSITES = [
  ['BestEffort', 'NotBestEffort'],
  ['Terminating', 'NotTerminating'],
] as const;

function reportScopes(
  scopes: readonly Scope[],
  hard: Readonly<Record<string, unknown>>,
  at: Path,
  pathOf: (index: number) => Path,
  report: Report,
): void {
  for (const [index, scope] of scopes.entries()) {
    const resource = Object.keys(hard).find((name) => isStandardQuota(name) && !isFor(scope, name));
    if (resource === undefined) continue;
    report(pathOf(index), `"${scope}" does not fit "${resource}" of hard`, 'make another quota for that resource');
  }
  for (const [one, other] of OPPOSITES) {
    if (scopes.includes(one) && scopes.includes(other)) report(at, `has both ${one} and ${other}`, 'keep one of them');
  }
}

function isFor(scope: Scope, resource: string): boolean {
  if (scope === 'VolumeAttributesClass')
    return resource === 'persistentvolumeclaims' || resource === 'requests.storage';
  return resource === 'pods' || (scope !== 'BestEffort' && COMPUTE.includes(resource));
}
