import { Cron, Testing } from 'cdk8s';
import { ScheduledJob, type CronSchedule } from 'cdk8s-workloads';

export const chart = Testing.chart();
const hour = 3;
const schedules: Record<string, CronSchedule | Cron> = {
  text: '15 3 * * *',
  word: '@daily',
  every: '@every 1h30m',
  computed: `0 ${hour} * * *`,
  cron: Cron.schedule({ minute: '5', hour: '1' }),
  weekly: Cron.weekly(),
};

for (const [id, schedule] of Object.entries(schedules)) {
  new ScheduledJob(chart, id, { schedule, job: { image: 'ghcr.io/shop/report:1.9.0' } });
}
