import type { LabelSelector } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem, labelKeyProblem } from '../../../manifest/name';
import { checkValue } from '../../check-field';
import type { Path } from '../../path';
import type { AnyObject } from '../../any-object';
import type { FieldRule, Report, Rule } from '../../rule';
import { isBarePod } from '../pod/bare-pod';

export const topologyKey: FieldRule<'PodAffinityTerm.topologyKey'> = {
  code: 'topology-key',
  severity: 'error',
  fields: ['PodAffinityTerm.topologyKey'],
  summary: 'The topologyKey is the key of a label of nodes, such as "kubernetes.io/hostname".',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodAffinityTerm',
  problem: labelKeyProblem,
};

export const affinityNamespace: FieldRule<'PodAffinityTerm.namespaces[]'> = {
  code: 'affinity-namespace',
  severity: 'error',
  fields: ['PodAffinityTerm.namespaces[]'],
  summary: 'The namespaces of an affinity are names of namespaces: DNS labels.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodAffinityTerm',
  problem: dnsLabelProblem,
};

export const matchLabelKeys: Rule<'PodAffinityTerm' | 'TopologySpreadConstraint'> = {
  code: 'match-label-keys',
  severity: 'error',
  on: ['PodAffinityTerm', 'TopologySpreadConstraint'],
  needs: [
    'PodAffinityTerm.matchLabelKeys',
    'PodAffinityTerm.mismatchLabelKeys',
    'TopologySpreadConstraint.matchLabelKeys',
  ],
  summary: 'The matchLabelKeys are keys of labels, beside a labelSelector that does not have them.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateMatchLabelKeysAndMismatchLabelKeys',
  check(value, at, report, context) {
    const { labelSelector, matchLabelKeys = [] } = value;
    const mismatchLabelKeys = 'mismatchLabelKeys' in value ? (value.mismatchLabelKeys ?? []) : [];
    if (matchLabelKeys.length === 0 && mismatchLabelKeys.length === 0) return;
    checkKeys(matchLabelKeys, labelSelector, at.field('matchLabelKeys'), report);
    checkKeys(mismatchLabelKeys, labelSelector, at.field('mismatchLabelKeys'), report);
    for (const [index, key] of matchLabelKeys.entries()) {
      const here = at.field('matchLabelKeys').item(index);
      if (mismatchLabelKeys.includes(key))
        report(here, `"${key}" is in mismatchLabelKeys, too`, 'take one of them away');
      const merged = isBarePod(context) && hasLabel(context.object, key) ? count(matchLabelKeys, key) : 0;
      // The server adds the labels of a bare Pod to the selector, and then looks for keys that are there twice.
      if (labelSelector !== undefined && merged + selecting(labelSelector, key) > 1) {
        report(here, `"${key}" is in the labelSelector, too`, 'take one of them away');
      }
    }
  },
};

function checkKeys(keys: readonly string[], selector: LabelSelector | undefined, at: Path, report: Report): void {
  if (keys.length === 0) return;
  if (selector === undefined) report(at, 'is there without a labelSelector', 'add the labelSelector, or take it away');
  else for (const [index, key] of keys.entries()) checkValue(report, at, index, key, labelKeyProblem);
}

/** The labels may not be a map: the rest of the object may be wrong. */
function hasLabel({ metadata }: AnyObject, key: string): boolean {
  const labels: unknown = metadata?.labels;
  return typeof labels === 'object' && labels !== null && Object.hasOwn(labels, key);
}

/** How many conditions of a selector are about a key. */
function selecting({ matchLabels = {}, matchExpressions = [] }: LabelSelector, key: string): number {
  const expressions = matchExpressions.map((expression) => expression.key);
  return (Object.hasOwn(matchLabels, key) ? 1 : 0) + count(expressions, key);
}

function count(keys: readonly string[], key: string): number {
  return keys.filter((other) => other === key).length;
}
