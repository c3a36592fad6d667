import { cronProblem } from '../../manifest/cron';
import type { Problems } from '../../props/problem';
import { timeZoneProblem } from '../../manifest/time-zone';
import { wholeNumberFrom } from '../../props/whole-number';
import type { ScheduledJobProps } from './props';

/** When a job runs, and what stays of it. */
export type Schedule = Pick<
  ScheduledJobProps,
  'schedule' | 'timeZone' | 'successfulJobsHistoryLimit' | 'failedJobsHistoryLimit' | 'startingDeadlineSeconds'
>;

export function checkSchedule(problems: Problems, props: Schedule): void {
  problems.check('schedule', scheduleText(props), cronProblem);
  problems.check('timeZone', props.timeZone, timeZoneProblem);
  problems.check('successfulJobsHistoryLimit', props.successfulJobsHistoryLimit, wholeNumberFrom(0));
  problems.check('failedJobsHistoryLimit', props.failedJobsHistoryLimit, wholeNumberFrom(0));
  problems.check('startingDeadlineSeconds', props.startingDeadlineSeconds, (seconds) => {
    const problem = wholeNumberFrom(10)(seconds);
    return problem && `${problem}: the controller looks every ten seconds, and would miss runs`;
  });
}

export function scheduleText({ schedule }: Pick<Schedule, 'schedule'>): string {
  return typeof schedule === 'string' ? schedule : schedule.expressionString;
}
