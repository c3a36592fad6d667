import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const logs = (chart: Chart) =>
  // error: 'replicas' does not exist in type 'NodeAgentProps<number, string>'.
  new NodeAgent(chart, 'logs', { image: 'fluent/fluentd:v1.17', replicas: 3 });
