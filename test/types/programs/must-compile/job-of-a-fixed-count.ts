import { Testing } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const chart = Testing.chart();

new BatchJob(chart, 'mails', {
  image: 'ghcr.io/shop/mails:1.0.0',
  restartPolicy: 'OnFailure',
  completion: { mode: 'Count', completions: 10, parallelism: 3 },
});
