import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: Types of property 'scale' are incompatible.
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    replicas: 2,
    scale: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 },
  });
