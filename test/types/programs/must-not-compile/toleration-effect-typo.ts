import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const logs = (chart: Chart) =>
  new NodeAgent(chart, 'logs', {
    image: 'fluent/fluentd:v1.17',
    // error: Type '"NoScheduling"' is not assignable to type '...'. Did you mean '"NoSchedule"'?
    tolerations: [{ operator: 'Exists', effect: 'NoScheduling' }],
  });
