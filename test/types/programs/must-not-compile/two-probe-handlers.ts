import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    // error: Type '...' is not assignable to type 'undefined'.
    probes: { readiness: { httpGet: { port: 8080 }, exec: { command: ['true'] } } },
  });
