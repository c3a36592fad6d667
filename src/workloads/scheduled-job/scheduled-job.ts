import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { CronJob } from '../../manifest/kubernetes';
import { defined } from '../../values/defined';
import { workloadMetadata } from '../resolve-workload';
import { checkJob, jobNetworkPolicy, jobSpec, jobWaysOut, resolveJob, type ResolvedJob } from '../batch-job/job-spec';
import type { JobProps } from '../batch-job/props';
import { checkOverrides } from '../overrides';
import { checkSchedule, scheduleText } from './schedule';
import { SCHEDULED_JOB_SHAPE } from './shape';
import { Workload } from '../workload';
import type { ScheduledJobProps } from './props';

/**
 * Work that is done again and again, at given times.
 *
 * Makes a CronJob, a ServiceAccount, for `config` a ConfigMap, and for `networkPolicy` a NetworkPolicy.
 *
 * @throws InvalidPropsError with all that is wrong with the props
 * @example
 * new ScheduledJob(chart, 'report', {
 *   schedule: '0 6 * * 1-5',
 *   timeZone: 'Asia/Seoul',
 *   job: { image: 'ghcr.io/shop/report:1.9.0', args: ['--yesterday'], backoffLimit: 2 },
 * });
 */
export class ScheduledJob extends Workload {
  readonly cronJob: ApiObject;
  /** The NetworkPolicy that `networkPolicy` asked for. */
  readonly networkPolicy: ApiObject | undefined;

  constructor(scope: Construct, id: string, props: ScheduledJobProps) {
    super(scope, id);
    this.validateShape('ScheduledJob', props, SCHEDULED_JOB_SHAPE);
    const resolved = resolveJob(this, jobProps(props));
    this.validateProps('ScheduledJob', (problems) => {
      checkJob(problems, 'CronJob', resolved, problems.at('job'));
      checkSchedule(problems, props);
      checkOverrides(
        problems.at('overrides'),
        props.overrides,
        { ...jobWaysOut(resolved), cronJob: undefined },
        resolved.podPlan,
      );
    });
    this.begin(resolved, props.overrides);
    this.cronJob = this.add('CronJob', cronJob(resolved, props), props.overrides?.cronJob);
    this.node.defaultChild = this.cronJob;
    const policy = jobNetworkPolicy(resolved);
    this.networkPolicy = policy && this.add('NetworkPolicy', policy, props.overrides?.networkPolicy);
  }
}

/** The job's props under the names of the ScheduledJob. */
function jobProps({ name, labels, job }: ScheduledJobProps): JobProps {
  // The two halves of the restart union travel together in `job`; TypeScript forgets that in the spread.
  return { ...job, ...(name !== undefined && { name }), ...(labels && { labels }) };
}

function cronJob(resolved: ResolvedJob, props: ScheduledJobProps): CronJob {
  const { identity } = resolved;
  const { timeZone, concurrencyPolicy = 'Forbid', startingDeadlineSeconds, suspend } = props;
  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: workloadMetadata(resolved),
    spec: defined({
      schedule: scheduleText(props),
      timeZone,
      concurrencyPolicy,
      startingDeadlineSeconds,
      suspend,
      successfulJobsHistoryLimit: props.successfulJobsHistoryLimit,
      failedJobsHistoryLimit: props.failedJobsHistoryLimit,
      jobTemplate: { metadata: { labels: identity.labels }, spec: jobSpec(resolved) },
    }),
  };
}
