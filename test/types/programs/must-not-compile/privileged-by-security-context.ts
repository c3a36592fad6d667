import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const tune = (chart: Chart) =>
  // error: 'privileged' does not exist in type 'ContainerSecurity'.
  new BatchJob(chart, 'tune', { image: 'ghcr.io/shop/tune:1.0.0', securityContext: { privileged: true } });
