import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const thumbnails = (chart: Chart) =>
  new BatchJob(chart, 'thumbnails', {
    image: 'ghcr.io/shop/thumbnails:1.0.4',
    // error: 'backoffLimitPerIndex' does not exist in type '...'.
    completion: { mode: 'Count', completions: 100, backoffLimitPerIndex: 1 },
  });
