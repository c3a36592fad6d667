import { Testing } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const chart = Testing.chart();

new BatchJob(chart, 'thumbnails', {
  image: 'ghcr.io/shop/thumbnails:1.0.4',
  completion: {
    mode: 'Indexed',
    completions: 100,
    parallelism: 10,
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 5,
    successPolicy: { rules: [{ succeededIndexes: '0-9', succeededCount: 8 }] },
  },
  podFailurePolicy: {
    rules: [
      { action: 'FailIndex', onExitCodes: { operator: 'In', values: [42] } },
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
    ],
  },
});
