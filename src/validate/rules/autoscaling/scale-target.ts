import { checkField } from '../../check-field';
import { groupOf } from '../../../manifest/object-key';
import type { Rule } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';

export const scaledObject: Rule<'CrossVersionObjectReference' | 'CrossVersionObjectReferenceV1'> = {
  code: 'scaled-object',
  severity: 'error',
  on: ['CrossVersionObjectReference', 'CrossVersionObjectReferenceV1'],
  summary:
    'What is scaled, and what a metric is about, is named by apiVersion, kind and name; only a ReplicationController has no API group.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: ValidateCrossVersionObjectReference',
  check(reference, at, report) {
    checkField(report, at, reference, 'kind', pathSegmentProblem);
    checkField(report, at, reference, 'name', pathSegmentProblem);
    const { apiVersion = '', kind } = reference;
    const here = at.field('apiVersion');
    if (apiVersion.split('/').length > 2)
      report(here, `"${apiVersion}" has more than one "/"`, 'write it as "apps/v1"');
    else if (groupOf(apiVersion) === '' && at.step === 'scaleTargetRef' && kind !== 'ReplicationController') {
      report(here, apiVersion === '' ? 'is missing' : `"${apiVersion}" has no group`, 'write it as "apps/v1"');
    }
  },
};
