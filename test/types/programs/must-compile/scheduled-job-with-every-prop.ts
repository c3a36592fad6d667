import { Testing } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const chart = Testing.chart();

const report = new ScheduledJob(chart, 'report', {
  name: 'nightly-report',
  labels: { team: 'shop' },
  schedule: '0 6 * * 1-5',
  timeZone: 'Asia/Seoul',
  concurrencyPolicy: 'Replace',
  startingDeadlineSeconds: 300,
  successfulJobsHistoryLimit: 0,
  failedJobsHistoryLimit: 2,
  suspend: true,
  job: {
    image: 'ghcr.io/shop/report:1.9.0',
    args: ['--yesterday'],
    backoffLimit: 2,
    completion: { mode: 'Indexed', completions: 3 },
    podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'NotIn', values: [0] } }] },
  },
});
export const cronJob = report.cronJob.name;
