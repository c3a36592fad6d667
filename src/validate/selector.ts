import type { LabelSelector, LabelSelectorRequirement } from '../../imports/kubernetes/types';

type Labels = Readonly<Record<string, string>>;

/** Whether labels are what a selector asks for. An empty selector asks for nothing. */
export function matchesSelector(selector: LabelSelector, labels: Labels = {}): boolean {
  const { matchLabels, matchExpressions } = selector;
  if (matchLabels !== undefined) {
    for (const key of Object.keys(matchLabels)) if (labels[key] !== matchLabels[key]) return false;
  }
  return matchExpressions === undefined || matchExpressions.every((requirement) => meets(requirement, labels));
}

function meets({ key, operator, values = [] }: LabelSelectorRequirement, labels: Labels): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  if (operator === 'Exists') return value !== undefined;
  if (operator === 'DoesNotExist') return value === undefined;
  const isOne = value !== undefined && values.includes(value);
  return operator === 'In' ? isOne : !isOne;
}
