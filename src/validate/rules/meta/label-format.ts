import { withoutFields } from '../../../values/fields';
import type { Rule } from '../../rule';
import { checkLabels } from './check-labels';
import { isOfUncheckedTemplate } from './unchecked-template';
import { hasUnreadMetadata } from './unread-metadata';

export const labelFormat: Rule<'ObjectMeta'> = {
  code: 'label-format',
  severity: 'error',
  on: 'ObjectMeta',
  needs: ['ObjectMeta.labels'],
  summary: 'The keys and values of labels are short words, because they are read from queries and from file names.',
  mirrors: 'apimachinery/pkg/apis/meta/v1/validation/validation.go: ValidateLabels',
  check({ labels }, at, report, { object }) {
    if (labels === undefined || isOfUncheckedTemplate(at) || hasUnreadMetadata(object)) return;
    checkLabels(report, at, 'labels', object.kind === 'Namespace' ? withoutFields(labels, OF_SERVER) : labels);
  },
};

/** The server writes this one into each Namespace, whatever was there. */
const OF_SERVER = 'kubernetes.io/metadata.name';
