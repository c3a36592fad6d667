import { Testing } from 'cdk8s';
import { ScheduledJob, type ScheduledWork } from 'cdk8s-workloads';

export const chart = Testing.chart();
const job: ScheduledWork = { image: 'ghcr.io/shop/report:1.9.0', restartPolicy: 'OnFailure' };

new ScheduledJob(chart, 'report', { schedule: '@hourly', job });
