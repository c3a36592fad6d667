// Work that is done again and again.
import { Chart, Cron } from 'cdk8s';
import { App, ScheduledJob } from 'cdk8s-workloads';

const app = new App();
const chart = new Chart(app, 'scheduled-jobs');

new ScheduledJob(chart, 'hello', {
  schedule: '*/1 * * * *',
  job: {
    image: 'busybox:1.37',
    user: 1000,
    args: ['/bin/sh', '-c', 'date; echo Hello from the Kubernetes cluster'],
    restartPolicy: 'OnFailure',
  },
});

new ScheduledJob(chart, 'nightly', {
  schedule: Cron.daily(),
  timeZone: 'Asia/Seoul',
  concurrencyPolicy: 'Replace',
  startingDeadlineSeconds: 600,
  successfulJobsHistoryLimit: 1,
  job: { image: 'ghcr.io/example/report:1.9.0', args: ['--yesterday'], backoffLimit: 2, activeDeadlineSeconds: 3600 },
});

// On the first day of the month: packs last month's logs.
new ScheduledJob(chart, 'pack-logs', {
  schedule: '@monthly',
  job: {
    image: 'busybox:1.37',
    user: 1000,
    command: ['sh', '-c', 'tar czf "/logs/$(date +%Y-%m).tgz" /logs/*.log'],
    mounts: { '/logs': { persistentVolumeClaim: { claimName: 'logs' } } },
  },
});

app.synth();
