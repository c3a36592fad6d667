import { ScheduledJob } from 'cdk8s-workloads';
import { refusal, unchecked } from '../refusal';

const image = 'ghcr.io/shop/report:1.9.0';
const refusalOf = (props: object): string =>
  refusal((chart) => new ScheduledJob(chart, 'report', unchecked({ schedule: '@daily', job: { image }, ...props })));

describe('a ScheduledJob', () => {
  test.each([
    [
      'has five fields in its schedule',
      { schedule: '0 6 * *' },
      'schedule "0 6 * *" has 4 fields instead of 5: write minute, hour, day of month, month and day of week, such as "15 3 * * *"',
    ],
    [
      'has a word for its schedule that there is',
      { schedule: '@dayly' },
      'schedule "@dayly" is not a schedule: did you mean "@daily"',
    ],
    [
      'runs some day',
      { schedule: '0 0 31 2 *' },
      'schedule "0 0 31 2 *" never runs: no month that it names has such a day',
    ],
    [
      'checks a schedule of cdk8s, too',
      { schedule: { expressionString: '0 24 * * *' } },
      'schedule "0 24 * * *" has 24 for the hour, which is 0 to 23: write 0 for midnight',
    ],
    [
      'names its time zone beside the schedule',
      { schedule: 'CRON_TZ=Asia/Seoul 0 6 * * *' },
      'schedule "CRON_TZ=Asia/Seoul 0 6 * * *" names a time zone: leave it out here and set timeZone',
    ],
    [
      'is in a time zone that there is',
      { timeZone: 'Asia/Soul' },
      'timeZone "Asia/Soul" is not a time zone: did you mean "Asia/Seoul"',
    ],
    [
      'starts ten seconds late at least',
      { startingDeadlineSeconds: 5 },
      'startingDeadlineSeconds 5 is not a whole number from 10: the controller looks every ten seconds, and would miss runs',
    ],
    [
      'keeps whole jobs that succeeded',
      { successfulJobsHistoryLimit: -1 },
      'successfulJobsHistoryLimit -1 is not a whole number from 0',
    ],
    [
      'keeps whole jobs that failed',
      { failedJobsHistoryLimit: 0.5 },
      'failedJobsHistoryLimit 0.5 is not a whole number from 0',
    ],
    [
      'has no time to live',
      { job: { image, ttlSecondsAfterFinished: 60 } },
      'job.ttlSecondsAfterFinished is not known: use successfulJobsHistoryLimit and failedJobsHistoryLimit, beside job',
    ],
    [
      'has labels that can exist',
      { labels: { team: 'the shop' } },
      'labels.team "the shop" is not a label value: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`ScheduledJob "shop/report": ${problem}`);
  });

  test.each([
    ['image', { image: 'report' }, 'job.image "report" has no tag: pin one, such as "report:1.2.3"'],
    ['backoffLimit', { image, backoffLimit: -1 }, 'job.backoffLimit -1 is not a whole number from 0'],
    [
      'completion',
      { image, completion: { mode: 'WorkQueue', parallelism: 0 } },
      'job.completion.parallelism 0 is not a whole number from 1',
    ],
    [
      'podLabels',
      { image, podLabels: { 'app.kubernetes.io/name': 'x' } },
      'job.podLabels "app.kubernetes.io/name" is set by the construct, because selectors use it: take another label',
    ],
    [
      'podFailurePolicy',
      { image, restartPolicy: 'OnFailure', podFailurePolicy: { rules: [] } },
      'job.podFailurePolicy needs restartPolicy "Never": a container that is restarted does not fail its pod',
    ],
    [
      'containerName',
      { image, containerName: 'a.b' },
      'job.containerName "a.b" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "a-b"',
    ],
  ])('finds what is wrong with the %s of its job', (_prop, job, problem) => {
    expect(refusalOf({ job })).toBe(`ScheduledJob "shop/report": ${problem}`);
  });
});
