import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  service: { type: 'NodePort', nodePort: 30080, externalTrafficPolicy: 'Local' },
});
