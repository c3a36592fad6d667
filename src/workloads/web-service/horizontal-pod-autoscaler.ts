import type { HorizontalPodAutoscaler, MetricSpec } from '../../manifest/kubernetes';
import type { Scale } from './props';
import type { WorkloadIdentity } from '../resolve-workload';

export function horizontalPodAutoscaler({ name, labels }: WorkloadIdentity, scale: Scale): HorizontalPodAutoscaler {
  const { minReplicas, maxReplicas, cpuUtilization, memoryUtilization, metrics = [], behavior } = scale;
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: { name, labels },
    spec: {
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
      minReplicas,
      maxReplicas,
      metrics: [...utilization('cpu', cpuUtilization), ...utilization('memory', memoryUtilization), ...metrics],
      ...(behavior && { behavior }),
    },
  };
}

function utilization(name: 'cpu' | 'memory', averageUtilization: number | undefined): readonly MetricSpec[] {
  if (averageUtilization === undefined) return [];
  return [{ type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } }];
}
