import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    ports: { grpc: 9090 },
    // error: Type 'string' is not assignable to type '9090'.
    probes: { liveness: { grpc: { port: 'grpc' } } },
  });
