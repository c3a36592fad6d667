import { Testing } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const chart = Testing.chart();

new BatchJob(chart, 'queue', {
  image: 'ghcr.io/shop/worker:1.0.0',
  restartPolicy: 'Never',
  completion: { mode: 'WorkQueue', parallelism: 5 },
});
