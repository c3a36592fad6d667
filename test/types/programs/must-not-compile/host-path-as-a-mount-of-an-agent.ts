import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const logs = (chart: Chart) =>
  new NodeAgent(chart, 'logs', {
    image: 'fluent/fluentd:v1.17',
    // error: 'hostPath' does not exist in type 'Mount'.
    mounts: { '/var/log': { hostPath: { path: '/var/log' } } },
  });
