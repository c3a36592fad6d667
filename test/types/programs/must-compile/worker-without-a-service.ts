import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'worker', {
  image: 'ghcr.io/shop/worker:1.0.0',
  service: false,
  strategy: { type: 'Recreate' },
});
