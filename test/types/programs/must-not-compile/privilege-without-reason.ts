import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const tune = (chart: Chart) =>
  // error: Property 'reason' is missing in type '...' but required in type 'Privilege'.
  new BatchJob(chart, 'tune', { image: 'ghcr.io/shop/tune:1.0.0', privilege: { capabilities: ['SYS_ADMIN'] } });
