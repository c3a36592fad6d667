import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  // error: Type '"@dayly"' is not assignable to type '...'. Did you mean '"@daily"'?
  new ScheduledJob(chart, 'report', { schedule: '@dayly', job: { image: 'ghcr.io/shop/report:1.9.0' } });
