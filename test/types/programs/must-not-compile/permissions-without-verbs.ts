import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const logs = (chart: Chart) =>
  new NodeAgent(chart, 'logs', {
    image: 'fluent/fluentd:v1.17',
    // error: Property 'verbs' is missing in type '...' but required in type 'PolicyRule'.
    permissions: { cluster: [{ apiGroups: [''], resources: ['pods'] }] },
  });
