import { Testing } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const chart = Testing.chart();

new NodeAgent(chart, 'proxy', {
  image: 'envoyproxy/envoy:v1.31.0',
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1 } },
  minReadySeconds: 5,
  revisionHistoryLimit: 2,
  nodeSelector: { 'kubernetes.io/os': 'linux' },
  networkPolicy: { from: [], to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }] },
});
