import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';
import { reportWords } from '../wildcards';

const LISTS = ['operations', 'apiGroups', 'apiVersions'] as const;

export const webhookRule: Rule<'RuleWithOperations' | 'NamedRuleWithOperations'> = {
  code: 'webhook-rule',
  severity: 'error',
  on: ['RuleWithOperations', 'NamedRuleWithOperations'],
  summary:
    'A rule of a webhook or a policy says which operations on which resources of which versions it is about; "*" stands for all of them, and alone.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateRuleWithOperations',
  check(rule, at, report) {
    for (const field of LISTS) reportWords(rule[field] ?? [], at.field(field), report);
    rule.apiVersions?.forEach((version, index) => {
      if (version === '') report(at.field('apiVersions').item(index), 'is empty', 'write a version, such as "v1"');
    });
    checkResources(rule.resources ?? [], at.field('resources'), report);
  },
};

function checkResources(resources: readonly string[], at: Path, report: Report): void {
  if (resources.length === 0) report(at, 'has no items', 'write ["*"] for all resources');
  const wildcards = new Set<string>();
  for (const [index, name] of resources.entries()) {
    if (name === '') report(at.item(index), 'is empty', 'write the plural of a kind, such as "pods"');
    const slash = name.indexOf('/');
    if (slash < 0) continue;
    const [resource, subresource] = [name.slice(0, slash), name.slice(slash + 1)];
    const whole = [`${resource}/*`, `*/${subresource}`].find((each) => wildcards.has(each));
    if (whole !== undefined) report(at.item(index), `"${name}" is among "${whole}"`, 'leave it out');
    if (resource === '*' || subresource === '*') wildcards.add(name);
  }
  if (resources.length > 1 && resources.includes('*/*')) report(at, 'has "*/*" and others', 'write ["*/*"]');
  // The server forgets all but the last of those without a subresource.
  const last = resources.findLast((name) => name !== '' && !name.includes('/'));
  if (resources.includes('*') && last !== '*') report(at, 'has "*" and others', 'keep "*", and those with a "/"');
}

export const webhookResourceName: FieldRule<'NamedRuleWithOperations.resourceNames[]'> = {
  code: 'webhook-resource-name',
  severity: 'error',
  fields: ['NamedRuleWithOperations.resourceNames[]'],
  summary: 'What a policy is about is named as objects are.',
  mirrors: 'pkg/apis/admissionregistration/validation/validation.go: validateNamedRuleWithOperations',
  problem: (name) => (name === '' ? undefined : pathSegmentProblem(name)),
};
