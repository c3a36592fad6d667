import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  // error: Type '"0 6 * *"' is not assignable to type '...'.
  new ScheduledJob(chart, 'report', { schedule: '0 6 * *', job: { image: 'ghcr.io/shop/report:1.9.0' } });
