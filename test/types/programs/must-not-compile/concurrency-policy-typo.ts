import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  new ScheduledJob(chart, 'report', {
    schedule: '@daily',
    // error: Type '"Forbidden"' is not assignable to type '...'. Did you mean '"Forbid"'?
    concurrencyPolicy: 'Forbidden',
    job: { image: 'ghcr.io/shop/report:1.9.0' },
  });
