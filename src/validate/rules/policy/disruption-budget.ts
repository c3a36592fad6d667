import type { Rule } from '../../rule';

export const disruptionBudget: Rule<'PodDisruptionBudgetSpec'> = {
  code: 'disruption-budget',
  severity: 'error',
  on: 'PodDisruptionBudgetSpec',
  summary: 'A PodDisruptionBudget says how many pods stay, or how many may go, and not both.',
  mirrors: 'pkg/apis/policy/validation/validation.go: ValidatePodDisruptionBudgetSpec',
  check({ minAvailable, maxUnavailable }, at, report) {
    if (minAvailable === undefined || maxUnavailable === undefined) return;
    report(at.field('maxUnavailable'), 'is there beside minAvailable', 'keep one of them');
  },
};
