import { dnsLabelProblem } from '../../../manifest/name';
import { checkValue } from '../../check-field';
import type { ObjectRule } from '../../rule';
import { builtInSchema } from '../../schema';

export const objectNamespace: ObjectRule = {
  code: 'object-namespace',
  severity: 'error',
  on: 'every object',
  needs: ['ObjectMeta.namespace'],
  summary: 'The namespace of an object is a DNS label, because there is no namespace of another name.',
  mirrors: 'apimachinery/pkg/api/validation/generic.go: ValidateNamespaceName',
  check({ apiVersion, kind, metadata }, at, report) {
    const { namespace = '' } = metadata ?? {};
    if (namespace === '' || dnsLabelProblem(namespace) === undefined) return;
    // The server ignores the namespace of an object that belongs to none, and of custom resources nobody here knows whether they do.
    if (builtInSchema().kinds[`${apiVersion}/${kind}`]?.namespaced !== true) return;
    checkValue(report, at.field('metadata'), 'namespace', namespace, dnsLabelProblem);
  },
};
