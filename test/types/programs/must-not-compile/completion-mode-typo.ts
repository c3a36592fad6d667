import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const thumbnails = (chart: Chart) =>
  new BatchJob(chart, 'thumbnails', {
    image: 'ghcr.io/shop/thumbnails:1.0.4',
    // error: Type '"indexed"' is not assignable to type '...'. Did you mean '"Indexed"'?
    completion: { mode: 'indexed', completions: 100 },
  });
