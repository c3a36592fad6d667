import type { FieldRule } from '../../rule';

export const leaseDuration: FieldRule<'LeaseSpec.leaseDurationSeconds'> = {
  code: 'lease-duration',
  severity: 'error',
  fields: ['LeaseSpec.leaseDurationSeconds'],
  summary: 'A Lease lasts for a second or more.',
  mirrors: 'pkg/apis/coordination/validation/validation.go: ValidateLeaseSpec',
  problem: (seconds) => (seconds > 0 ? undefined : 'is no time: give 1 or more'),
};
