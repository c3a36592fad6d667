import type { LabelSelector, LabelSelectorRequirement } from '../../../../imports/kubernetes/types';
import { labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { checkField, checkValue, isSilent } from '../../check-field';
import { ROOT, type Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { checkLabels } from '../meta/check-labels';

export const labelSelector: Rule<'LabelSelector'> = {
  code: 'label-selector',
  severity: 'error',
  on: 'LabelSelector',
  summary: 'A selector has keys and values that labels can have, and as many values as its operators want.',
  mirrors: 'apimachinery/pkg/apis/meta/v1/validation/validation.go: ValidateLabelSelector',
  check(selector, at, report) {
    if (!isUnread(at)) checkSelector(selector, at, report);
  },
};

/** Whether the server never looks into the selector: that of a metric is for its adapter, and trust bundles are off by default. */
function isUnread({ parent }: Path): boolean {
  return parent?.step === 'metric' || parent?.step === 'clusterTrustBundle';
}

/** Whether the server can read the selector, so that one can ask what it selects. */
export function isValidSelector(selector: LabelSelector): boolean {
  return isSilent((report) => checkSelector(selector, ROOT, report));
}

function checkSelector({ matchLabels, matchExpressions }: LabelSelector, at: Path, report: Report): void {
  checkLabels(report, at, 'matchLabels', matchLabels);
  if (matchExpressions === undefined) return;
  for (const [index, requirement] of matchExpressions.entries()) {
    checkRequirement(requirement, at.field('matchExpressions').item(index), report);
  }
}

function checkRequirement(requirement: LabelSelectorRequirement, at: Path, report: Report): void {
  const { operator, values = [] } = requirement;
  checkField(report, at, requirement, 'key', labelKeyProblem);
  const wantsValues = operator === 'In' || operator === 'NotIn';
  if (wantsValues && values.length === 0) {
    report(at.field('values'), `has no items, and "${operator}" needs some`, 'list the values of the label');
  } else if (!wantsValues && values.length > 0) {
    report(at.field('values'), `is there, and "${operator}" has no use for it`, 'take it away, or write "In"');
  }
  for (const [index, value] of values.entries())
    checkValue(report, at.field('values'), index, value, labelValueProblem);
}
