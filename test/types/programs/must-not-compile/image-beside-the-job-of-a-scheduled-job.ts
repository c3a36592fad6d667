import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  // error: 'image' does not exist in type 'ScheduledJobProps'.
  new ScheduledJob(chart, 'report', { schedule: '@daily', image: 'ghcr.io/shop/report:1.9.0' });
