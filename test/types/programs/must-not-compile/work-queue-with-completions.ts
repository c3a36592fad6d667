import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const mails = (chart: Chart) =>
  new BatchJob(chart, 'mails', {
    image: 'ghcr.io/shop/mails:1.0.0',
    // error: 'completions' does not exist in type '...'.
    completion: { mode: 'WorkQueue', parallelism: 5, completions: 100 },
  });
