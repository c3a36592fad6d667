import { Testing } from 'cdk8s';
import { BatchJob, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'exec', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  lifecycle: {
    postStart: { exec: { command: ['warm-up'] } },
    preStop: { httpGet: { path: '/drain', port: 8080 } },
  },
});
new BatchJob(chart, 'sleep', { image: 'ghcr.io/shop/api:2.3.1', lifecycle: { preStop: { sleep: { seconds: 3 } } } });
