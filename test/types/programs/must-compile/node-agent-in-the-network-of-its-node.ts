import { Testing } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const chart = Testing.chart();

new NodeAgent(chart, 'node-exporter', {
  image: 'prom/node-exporter:v1.8.2',
  ports: { metrics: 9100 },
  host: {
    reason: 'measures the node',
    network: true,
    pid: true,
    ipc: false,
    paths: { '/': { mountPath: '/host', mountPropagation: 'HostToContainer' } },
  },
  updateStrategy: { rollingUpdate: { maxUnavailable: '10%' } },
  priorityClassName: 'system-node-critical',
  probes: { readiness: { httpGet: { port: 'metrics' } } },
});
