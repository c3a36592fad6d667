import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  new BatchJob(chart, 'migrate', {
    image: 'ghcr.io/shop/api:2.3.1',
    // error: Type '"512MB"' is not assignable to type 'Quantity...'.
    resources: { limits: { memory: '512MB' } },
  });
