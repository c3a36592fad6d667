import type { Chart } from 'cdk8s';
import { ScheduledJob } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  new ScheduledJob(chart, 'report', {
    schedule: '@daily',
    job: {
      image: 'ghcr.io/shop/report:1.9.0',
      restartPolicy: 'OnFailure',
      // error: 'podFailurePolicy' does not exist in type '...'.
      podFailurePolicy: { rules: [{ action: 'FailJob', onExitCodes: { operator: 'In', values: [42] } }] },
    },
  });
