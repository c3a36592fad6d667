import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const routes = (chart: Chart) =>
  new BatchJob(chart, 'routes', {
    image: 'ghcr.io/shop/routes:1.0.0',
    // error: Type '"NET_ADMN"' is not assignable to type '...'. Did you mean '"NET_ADMIN"'?
    privilege: { reason: 'sets up routes', capabilities: ['NET_ADMN'] },
  });
