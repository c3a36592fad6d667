import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  new ScheduledJob(chart, 'report', {
    schedule: '0 6 * * *',
    // error: 'timezone' does not exist in type 'ScheduledJobProps'. Did you mean to write 'timeZone'?
    timezone: 'Asia/Seoul',
    job: { image: 'ghcr.io/shop/report:1.9.0' },
  });
