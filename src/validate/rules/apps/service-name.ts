import { dnsLabelProblem } from '../../../manifest/name';
import type { FieldRule } from '../../rule';

export const serviceName: FieldRule<'StatefulSetSpec.serviceName'> = {
  code: 'service-name',
  severity: 'error',
  fields: ['StatefulSetSpec.serviceName'],
  summary: 'The serviceName of a StatefulSet is a DNS label, because it is part of the host names of its pods.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateStatefulSetSpec',
  problem: (name) => (name === '' ? undefined : dnsLabelProblem(name)),
};
