import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const logs = (chart: Chart) =>
  new NodeAgent(chart, 'logs', {
    image: 'fluent/fluentd:v1.17',
    // error: 'path' does not exist in type 'HostPath'
    host: { reason: 'reads logs', paths: { logs: { path: '/var/log' } } },
  });
