import type { CronSchedule } from '../../manifest/cron';
import type { CronJob, DeepPartial, NetworkPolicy } from '../../manifest/kubernetes';
import type { JobSettings } from '../batch-job/props';
import type { WorkloadOverrides } from '../workload';
import type { WorkloadProps } from '../workload-props';

/** What a user may change in the objects of a ScheduledJob. */
export interface ScheduledJobOverrides extends WorkloadOverrides {
  readonly cronJob?: DeepPartial<CronJob>;
  readonly networkPolicy?: DeepPartial<NetworkPolicy>;
}

/** A BatchJob's props, without those that the ScheduledJob says itself. */
export type ScheduledWork = Omit<WorkloadProps, 'name' | 'labels'> & JobSettings;

/** When a ScheduledJob runs, and what. */
export interface ScheduledJobProps {
  /**
   * When the job starts: minute, hour, day of month, month and day of week, or `'@daily'` and its like, or cdk8s's `Cron`.
   *
   * @example '15 3 * * *'
   */
  readonly schedule: CronSchedule | { readonly expressionString: string };
  /**
   * The IANA time zone of the schedule: `'Asia/Seoul'`.
   *
   * @default - that of the cluster's controller manager, mostly UTC
   */
  readonly timeZone?: string;
  /** What a run does: the same words as a BatchJob's. A Job inside a CronJob has no time to live; the history limits clean up. */
  readonly job: ScheduledWork;
  /** @default - the construct's id */
  readonly name?: string;
  /** Labels of every object and of the pods. */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * What happens when a run is due while the last one is not done.
   *
   * @default 'Forbid': the new run is skipped
   */
  readonly concurrencyPolicy?: 'Allow' | 'Forbid' | 'Replace';
  /** How late a run may start, in seconds, at least 10: the controller looks every ten seconds. */
  readonly startingDeadlineSeconds?: number;
  /** @default 3 */
  readonly successfulJobsHistoryLimit?: number;
  /** @default 1 */
  readonly failedJobsHistoryLimit?: number;
  /** Whether no run starts. */
  readonly suspend?: boolean;
  /** The last word on each object, merged in as strategic merge does it. */
  readonly overrides?: ScheduledJobOverrides;
}
