import { Cron } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

const report = { image: 'ghcr.io/shop/report:1.9.0', args: ['--yesterday'] } as const;

export const scheduledJob: GoldenCases = {
  'hello-every-minute': (chart) =>
    new ScheduledJob(chart, 'hello', {
      schedule: '*/1 * * * *',
      job: {
        image: 'busybox:1.37',
        user: 1000,
        args: ['/bin/sh', '-c', 'date; echo Hello from the Kubernetes cluster'],
        restartPolicy: 'OnFailure',
      },
    }),

  'cron-object': (chart) => new ScheduledJob(chart, 'report', { schedule: Cron.daily(), job: report }).cronJob,

  'time-zone': (chart) =>
    new ScheduledJob(chart, 'report', { schedule: '0 6 * * 1-5', timeZone: 'Asia/Seoul', job: report }).cronJob,

  'late-starts-and-history': (chart) =>
    new ScheduledJob(chart, 'report', {
      schedule: '@hourly',
      concurrencyPolicy: 'Replace',
      startingDeadlineSeconds: 600,
      successfulJobsHistoryLimit: 1,
      failedJobsHistoryLimit: 5,
      labels: { team: 'finance' },
      job: {
        ...report,
        backoffLimit: 2,
        activeDeadlineSeconds: 3000,
        podAnnotations: { 'example.com/cost-centre': '4711' },
      },
    }).cronJob,

  'suspended-indexed-run': (chart) =>
    new ScheduledJob(chart, 'reindex', {
      schedule: '@weekly',
      suspend: true,
      job: {
        image: 'ghcr.io/shop/reindex:1.0.0',
        completion: { mode: 'Indexed', completions: 4, parallelism: 2, backoffLimitPerIndex: 1 },
        podFailurePolicy: { rules: [{ action: 'FailIndex', onExitCodes: { operator: 'NotIn', values: [1] } }] },
      },
    }).cronJob,
};
