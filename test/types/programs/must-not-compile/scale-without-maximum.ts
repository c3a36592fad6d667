import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    // error: Property 'maxReplicas' is missing in type '...' but required in type 'Scale'.
    scale: { minReplicas: 2, cpuUtilization: 70 },
  });
