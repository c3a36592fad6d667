import type { Chart } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const metrics = (chart: Chart) =>
  new NodeAgent(chart, 'metrics', {
    image: 'prom/node-exporter:v1.8.2',
    ports: { metrics: 9100 },
    // error: 'metric' does not exist in type '...'. Did you mean to write 'metrics'?
    host: { reason: 'is scraped at the node', ports: { metric: 9100 } },
  });
