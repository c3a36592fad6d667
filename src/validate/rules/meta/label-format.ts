import type { Rule } from '../../rule';
import { checkLabels } from './check-labels';
import { isOfUncheckedTemplate } from './unchecked-template';

export const labelFormat: Rule<'ObjectMeta'> = {
  code: 'label-format',
  severity: 'error',
  on: 'ObjectMeta',
  needs: ['ObjectMeta.labels'],
  summary: 'The keys and values of labels are short words, because they are read from queries and from file names.',
  mirrors: 'apimachinery/pkg/apis/meta/v1/validation/validation.go: ValidateLabels',
  check({ labels }, at, report) {
    if (labels !== undefined && !isOfUncheckedTemplate(at)) checkLabels(report, at, 'labels', labels);
  },
};
