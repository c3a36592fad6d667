import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    // error: Type '{ periodSeconds: number; }' is not assignable to type '(ProbeHandler<"http" | 8080> & ProbeTiming...
    probes: { readiness: { periodSeconds: 5 } },
  });
