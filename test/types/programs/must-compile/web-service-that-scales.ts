import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  scale: {
    minReplicas: 2,
    maxReplicas: 10,
    cpuUtilization: 70,
    memoryUtilization: 80,
    metrics: [
      { type: 'Pods', pods: { metric: { name: 'requests' }, target: { type: 'AverageValue', averageValue: '1k' } } },
    ],
    behavior: { scaleDown: { stabilizationWindowSeconds: 60 } },
  },
  resources: { requests: { cpu: '100m', memory: '128Mi' } },
});
