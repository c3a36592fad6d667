import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  // error: 'backofLimit' does not exist in type 'BatchJobProps'. Did you mean to write 'backoffLimit'?
  new BatchJob(chart, 'migrate', { image: 'ghcr.io/shop/api:2.3.1', backofLimit: 2 });
