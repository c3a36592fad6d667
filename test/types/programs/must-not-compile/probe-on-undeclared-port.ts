import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    // error: Type '8081' is not assignable to type '...8080...'.
    probes: { readiness: { httpGet: { path: '/healthz', port: 8081 } } },
  });
