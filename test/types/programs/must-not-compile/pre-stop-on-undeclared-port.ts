import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    // error: Type '9090' is not assignable to type '...8080...'.
    lifecycle: { preStop: { httpGet: { path: '/drain', port: 9090 } } },
  });
