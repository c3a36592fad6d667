import { amount, flag, only, text, word, type Shape, type Table } from '../../props/shape';
import { JOB, JOB_ELSEWHERE, JOB_EXAMPLE } from '../batch-job/shape';
import { override, OVERRIDES } from '../props-shape';
import type { ScheduledJobOverrides, ScheduledJobProps, ScheduledWork } from './props';

const schedule: Shape = {
  what: 'a cron schedule, such as "15 3 * * *"',
  fits: (value) =>
    typeof value === 'string' ||
    typeof (value as { readonly expressionString?: unknown } | null)?.expressionString === 'string',
};
/** When something runs. */
export const SCHEDULE = {
  schedule,
  timeZone: text,
  concurrencyPolicy: word(['Allow', 'Forbid', 'Replace']),
  startingDeadlineSeconds: amount,
  successfulJobsHistoryLimit: amount,
  failedJobsHistoryLimit: amount,
  suspend: flag,
} satisfies Table<Omit<ScheduledJobProps, 'job' | 'name' | 'labels' | 'overrides'>>;

/** The overrides of a ScheduledJob. */
export const SCHEDULED_OVERRIDES = only<ScheduledJobOverrides>(
  { ...OVERRIDES, cronJob: override, networkPolicy: override },
  undefined,
);

const { name, labels, ...WORK } = JOB;
const everyField = (table: object, wayOut: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(table).map((field) => [field, wayOut]));

/** The props of a ScheduledJob. */
export const SCHEDULED_JOB_SHAPE = only<ScheduledJobProps>(
  {
    ...SCHEDULE,
    job: only<ScheduledWork>(WORK, JOB_EXAMPLE, [], {
      ...JOB_ELSEWHERE,
      ...everyField({ ...SCHEDULE, name, labels }, 'give it beside job'),
      ttlSecondsAfterFinished: 'use successfulJobsHistoryLimit and failedJobsHistoryLimit, beside job',
    }),
    name,
    labels,
    overrides: SCHEDULED_OVERRIDES,
  },
  `{ schedule: "@daily", job: ${JOB_EXAMPLE} }`,
  ['schedule', 'job'],
  everyField(WORK, 'give it in job'),
);
