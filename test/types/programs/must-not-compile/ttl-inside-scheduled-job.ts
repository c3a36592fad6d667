import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  new ScheduledJob(chart, 'report', {
    schedule: '@daily',
    // error: 'ttlSecondsAfterFinished' does not exist in type 'ScheduledWork'.
    job: { image: 'ghcr.io/shop/report:1.9.0', ttlSecondsAfterFinished: 600 },
  });
