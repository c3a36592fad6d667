import type { Path } from '../../path';
import type { Rule } from '../../rule';
import { annotationKeyProblem } from '../qualified-name';
import { checkKey, checkLabels } from './check-labels';

/** Whether metadata are those of a template that the server does not look at: of Jobs, or of the claims of a StatefulSet. */
export function isOfUncheckedTemplate({ parent }: Path): boolean {
  return parent?.step === 'jobTemplate' || parent?.parent?.step === 'volumeClaimTemplates';
}

export const uncheckedTemplate: Rule<'ObjectMeta'> = {
  code: 'template-metadata',
  severity: 'warning',
  on: 'ObjectMeta',
  summary:
    'Labels and annotations of a jobTemplate and of volumeClaimTemplates are valid, because what is made from them would be refused later.',
  mirrors: 'pkg/apis/apps/validation/validation.go: validateVolumeClaimTemplates, which looks at their spec only',
  check({ labels, annotations }, at, report) {
    if (!isOfUncheckedTemplate(at)) return;
    checkLabels(report, at, 'labels', labels);
    for (const key of Object.keys(annotations ?? {})) checkKey(report, at, 'annotations', key, annotationKeyProblem);
  },
};
