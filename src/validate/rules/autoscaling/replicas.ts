import type { FieldRule, Rule } from '../../rule';

export const autoscalerReplicas: Rule<'HorizontalPodAutoscalerSpec' | 'HorizontalPodAutoscalerSpecV1'> = {
  code: 'autoscaler-replicas',
  severity: 'error',
  on: ['HorizontalPodAutoscalerSpec', 'HorizontalPodAutoscalerSpecV1'],
  summary: 'A workload is scaled between a least and a most number of pods, from 1.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateHorizontalPodAutoscalerSpec',
  check({ minReplicas = 1, maxReplicas }, at, report) {
    if (minReplicas < 1)
      report(at.field('minReplicas'), `is ${minReplicas}`, 'give 1 or more; scaling to none is a feature that is off');
    if (maxReplicas < 1) report(at.field('maxReplicas'), `is ${maxReplicas}`, 'give 1 or more');
    else if (maxReplicas < minReplicas) {
      report(at.field('maxReplicas'), `is ${maxReplicas}, and minReplicas is ${minReplicas}`, 'give at least as many');
    }
  },
};

export const targetUtilization: FieldRule<
  'HorizontalPodAutoscalerSpecV1.targetCPUUtilizationPercentage' | 'MetricTarget.averageUtilization'
> = {
  code: 'target-utilization',
  severity: 'error',
  fields: ['HorizontalPodAutoscalerSpecV1.targetCPUUtilizationPercentage', 'MetricTarget.averageUtilization'],
  summary: 'A workload is scaled to use 1% or more of what its pods request.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateMetricTarget',
  problem: (percent) => (percent < 1 ? 'is no use: give 1 or more, such as 80' : undefined),
};
