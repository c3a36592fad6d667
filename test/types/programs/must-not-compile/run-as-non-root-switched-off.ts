import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const tune = (chart: Chart) =>
  // error: 'runAsNonRoot' does not exist in type 'PodSecurity'.
  new BatchJob(chart, 'tune', { image: 'ghcr.io/shop/tune:1.0.0', podSecurityContext: { runAsNonRoot: false } });
