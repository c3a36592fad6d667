import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    // error: 'successThreshold' does not exist in type '...'.
    probes: { liveness: { httpGet: { port: 8080 }, successThreshold: 2 } },
  });
