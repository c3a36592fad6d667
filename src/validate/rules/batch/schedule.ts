import { cronSyntaxProblem, neverRunsProblem } from '../../../manifest/cron';
import { timeZoneProblem } from '../../../manifest/time-zone';
import type { FieldRule } from '../../rule';

export const schedule: FieldRule<'CronJobSpec.schedule'> = {
  code: 'schedule',
  severity: 'error',
  fields: ['CronJobSpec.schedule'],
  summary: 'A schedule has five fields, or is a word such as "@daily"; its time zone stands in timeZone.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateScheduleFormat',
  problem: cronSyntaxProblem,
};

export const neverRuns: FieldRule<'CronJobSpec.schedule'> = {
  code: 'schedule-never-runs',
  severity: 'warning',
  fields: ['CronJobSpec.schedule'],
  summary: 'A schedule comes round some day; that of the 31st of February does not, and nobody says so.',
  mirrors: 'github.com/robfig/cron/v3/spec.go: Next',
  problem: neverRunsProblem,
};

export const timeZone: FieldRule<'CronJobSpec.timeZone'> = {
  code: 'time-zone',
  severity: 'error',
  fields: ['CronJobSpec.timeZone'],
  summary: 'A time zone is a name of the tz database, spelled as there.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateTimeZone',
  problem: timeZoneProblem,
};
