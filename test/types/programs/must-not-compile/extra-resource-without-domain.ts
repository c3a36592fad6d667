import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const train = (chart: Chart) =>
  // error: 'gpu' does not exist in type 'ResourceList'.
  new BatchJob(chart, 'train', { image: 'ghcr.io/shop/train:1.0.0', resources: { limits: { gpu: 1 } } });
