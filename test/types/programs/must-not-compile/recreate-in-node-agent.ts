import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const logs = (chart: Chart) =>
  // error: Type '"Recreate"' is not assignable to type '...'.
  new NodeAgent(chart, 'logs', { image: 'fluent/fluentd:v1.17', updateStrategy: { type: 'Recreate' } });
