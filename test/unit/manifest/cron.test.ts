import * as fc from 'fast-check';
import { cronProblem, cronSyntaxProblem, neverRunsProblem } from '../../../src/manifest/cron';

describe('cronProblem()', () => {
  test.each([
    '15 3 * * *',
    '*/5 * * * *',
    '0 0 1,15 * mon-FRI',
    '0 9-17/2 ? jan-Mar 0',
    '5/15 * * * *',
    '0 0 29 2 *',
    '0 0 31 2 1',
    '+1 007 * * *',
    ' 0\t0  * * * ',
    '0 0,,1 * * *',
    '@daily',
    '@annually',
    '@every 1h30m',
    '@every 90s',
  ])('takes %j', (schedule) => {
    expect(cronProblem(schedule)).toBeUndefined();
  });

  test.each([
    ['', 'is empty: write five fields, such as "15 3 * * *", or a word such as "@daily"'],
    ['0 15 3 * * *', 'has 6 fields: there are no seconds, so leave out the first'],
    ['0 15 3 * * ? 2026', 'has 7 fields: there are no seconds and no years, so leave out the first and the last'],
    [
      '15 3 * *',
      'has 4 fields instead of 5: write minute, hour, day of month, month and day of week, such as "15 3 * * *"',
    ],
    ['TZ=Asia/Seoul 0 0 * * *', 'names a time zone: leave it out here and set timeZone'],
    ['CRON_TZ=UTC 0 0 * * *', 'names a time zone: leave it out here and set timeZone'],
    ['hourly', 'is not a schedule: did you mean "@hourly"'],
    ['@Daily', 'is not a schedule: did you mean "@daily"'],
    ['@reboot', 'has no meaning in a cluster: run a Job, or name a time'],
    [
      '@noon',
      'is not one of @yearly, @annually, @monthly, @weekly, @daily, @midnight, @hourly, or "@every " and a duration',
    ],
    ['@every 2d', 'has no duration after "@every ": write hours, minutes and seconds, such as "@every 48h"'],
    ['@every 5 minutes', 'has no duration after "@every ": write hours, minutes and seconds, such as "@every 1h30m"'],
  ])('says that %j %s', (schedule, problem) => {
    expect(cronProblem(schedule)).toBe(problem);
  });

  test.each([
    ['60 0 * * *', 'has 60 for the minute, which is 0 to 59: write 0 for the full hour'],
    ['0 24 * * *', 'has 24 for the hour, which is 0 to 23: write 0 for midnight'],
    ['0 0 0 * *', 'has 0 for the day of month, which is 1 to 31: write 1 for the first'],
    ['0 0 1 13 *', 'has 13 for the month, which is 1 to 12 or jan to dec'],
    ['0 0 * * 7', 'has 7 for the day of week, which is 0 to 6 or sun to sat: write 0 for Sunday'],
    ['0 0 * * monday', 'has "monday" for the day of week, which is 0 to 6 or sun to sat: did you mean "mon"'],
    ['0 0 * mon *', 'has "mon" for the month, which is 1 to 12 or jan to dec: "mon" is a day of week, the fifth field'],
    [
      '0 0 L * *',
      'has "L" for the day of month, which is 1 to 31: L, W and # are words of Quartz; list the days, and let the job look at the date',
    ],
    ['0 22-2 * * *', 'has "22-2" for the hour, which ends before it begins: write "22-23,0-2"'],
    ['*/0 * * * *', 'has the step "0" for the minute: write a whole number from 1'],
    ['*/x * * * *', 'has the step "x" for the minute: write a whole number from 1'],
    ['1/2/3 * * * *', 'has "1/2/3" for the minute: write one "/" and a step, such as "*/5"'],
    ['1-2-3 * * * *', 'has "1-2-3" for the minute: write a list with commas, such as "1,2,3"'],
    ['-5 * * * *', 'has "" for the minute, which is 0 to 59'],
  ])('says that %j %s', (schedule, problem) => {
    expect(cronProblem(schedule)).toBe(problem);
  });

  test.each(['0 0 31 2 *', '0 0 30 feb ?', '0 0 31 2,4,6,9,11 *', '0 0 30-31 2 */1'])(
    'says that %j never runs',
    (schedule) => {
      expect(cronProblem(schedule)).toBe('never runs: no month that it names has such a day');
    },
  );

  test.each([', 0 * * *', '0 0 , * *', '0 0 * * ,', '0 0 , * ,'])('says that %j never runs', (schedule) => {
    expect(cronProblem(schedule)).toBe(
      'never runs: a field of nothing but commas names no time; write "*" for every one',
    );
  });

  // A star in one day field leaves the choice to the other; without one, either will do; a step of two is no star.
  test.each(['0 0 31 2 */2', '0 0 31 2 0-6', '0 0 , * 1'])('knows that %j runs on its days of the week', (schedule) => {
    expect(cronProblem(schedule)).toBeUndefined();
  });

  test('finds every day of a month that the calendar has, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), (day, month) => {
        const exists = new Date(Date.UTC(2028, month - 1, day)).getUTCDate() === day; // a leap year
        expect(cronProblem(`0 0 ${day} ${month} *`) === undefined).toBe(exists);
      }),
    );
  });
});

test('cronSyntaxProblem() says what Kubernetes refuses, and neverRunsProblem() what it takes', () => {
  const slip = 'has 24 for the hour, which is 0 to 23: write 0 for midnight';
  const never = 'never runs: no month that it names has such a day';
  expect([cronSyntaxProblem('0 24 * * *'), neverRunsProblem('0 24 * * *')]).toEqual([slip, undefined]);
  expect([cronSyntaxProblem('0 0 31 2 *'), neverRunsProblem('0 0 31 2 *')]).toEqual([undefined, never]);
  expect([cronSyntaxProblem('@daily'), neverRunsProblem('@daily')]).toEqual([undefined, undefined]);
});
