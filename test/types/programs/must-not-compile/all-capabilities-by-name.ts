import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const routes = (chart: Chart) =>
  new BatchJob(chart, 'routes', {
    image: 'ghcr.io/shop/routes:1.0.0',
    // error: Type '"ALL"' is not assignable to type '...'
    privilege: { reason: 'sets up routes', capabilities: ['ALL'] },
  });
