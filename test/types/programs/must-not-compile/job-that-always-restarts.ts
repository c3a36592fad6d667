import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  // error: Type '"Always"' is not assignable to type '...'.
  new BatchJob(chart, 'migrate', { image: 'ghcr.io/shop/api:2.3.1', restartPolicy: 'Always' });
