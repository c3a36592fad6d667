import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const thumbnails = (chart: Chart) =>
  new BatchJob(chart, 'thumbnails', {
    image: 'ghcr.io/shop/thumbnails:1.0.4',
    // error: Property 'completions' is missing in type '...' but required in type 'IndexedCompletion'.
    completion: { mode: 'Indexed', parallelism: 10 },
  });
