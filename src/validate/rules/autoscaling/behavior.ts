import { amountOf } from '../../amount';
import type { FieldRule, Rule } from '../../rule';

const MAX_WINDOW = 3600;
const MAX_PERIOD = 1800;

export const stabilizationWindow: FieldRule<'HPAScalingRules.stabilizationWindowSeconds'> = {
  code: 'stabilization-window',
  severity: 'error',
  fields: ['HPAScalingRules.stabilizationWindowSeconds'],
  summary: 'An autoscaler looks back for at most an hour.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateScalingRules',
  problem: (seconds) =>
    seconds >= 0 && seconds <= MAX_WINDOW ? undefined : `is out of range: give 0 to ${MAX_WINDOW}`,
};

export const scalingPolicies: Rule<'HPAScalingRules'> = {
  code: 'scaling-policies',
  severity: 'error',
  on: 'HPAScalingRules',
  summary: 'A list of scaling policies has at least one; without the list there are those of Kubernetes.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateScalingRules',
  check({ policies }, at, report) {
    if (policies?.length !== 0) return;
    report(at.field('policies'), 'has no items', 'add one, or take the list away');
  },
};

export const scalingTolerance: FieldRule<'HPAScalingRules.tolerance'> = {
  code: 'scaling-tolerance',
  severity: 'error',
  fields: ['HPAScalingRules.tolerance'],
  summary: 'A metric may differ from its target by nothing or more before the workload is scaled.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNonnegativeQuantity',
  problem: (tolerance) => (amountOf(tolerance) < 0n ? 'is negative: give 0 or more, such as 0.1' : undefined),
};

export const scalingStep: FieldRule<'HPAScalingPolicy.value'> = {
  code: 'scaling-step',
  severity: 'error',
  fields: ['HPAScalingPolicy.value'],
  summary: 'A scaling policy adds or takes away something.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateScalingPolicy',
  problem: (value) => (value > 0 ? undefined : 'is nothing: give 1 or more'),
};

export const scalingPeriod: FieldRule<'HPAScalingPolicy.periodSeconds'> = {
  code: 'scaling-period',
  severity: 'error',
  fields: ['HPAScalingPolicy.periodSeconds'],
  summary: 'A scaling policy holds for a period of at most half an hour.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateScalingPolicy',
  problem: (seconds) => (seconds > 0 && seconds <= MAX_PERIOD ? undefined : `is out of range: give 1 to ${MAX_PERIOD}`),
};
