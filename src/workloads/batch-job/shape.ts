import type { PodFailurePolicy, SuccessPolicy } from '../../manifest/kubernetes';
import { amount, fields, flag, list, only, text, word, type Table } from '../../props/shape';
import { POD_ELSEWHERE } from '../../pod/pod-shape';
import { networkPolicy, object, override, OVERRIDES, WORKLOAD } from '../props-shape';
import type { BatchJobOverrides, BatchJobProps, Completion, JobProps } from './props';

/** The props that a BatchJob and a ScheduledJob share. */
export const JOB = {
  ...WORKLOAD,
  networkPolicy,
  restartPolicy: text,
  backoffLimit: amount,
  activeDeadlineSeconds: amount,
  podReplacementPolicy: text,
  completion: only<Completion>(
    {
      mode: word(['Once', 'Count', 'Indexed', 'WorkQueue']),
      completions: amount,
      parallelism: amount,
      backoffLimitPerIndex: amount,
      maxFailedIndexes: amount,
      successPolicy: only<SuccessPolicy>(
        { rules: list(fields({ succeededIndexes: text, succeededCount: amount }), '[{ succeededCount: 3 }]') },
        '{ rules: [{ succeededCount: 3 }] }',
        ['rules'],
      ),
    },
    '{ mode: "Count", completions: 3 }',
    ['mode'],
  ),
  podFailurePolicy: only<PodFailurePolicy>(
    {
      rules: list(
        fields({
          action: text,
          onExitCodes: fields({ containerName: text, operator: text, values: list(amount, '[42]') }, undefined, [
            'values',
          ]),
          onPodConditions: list(object),
        }),
        '[{ action: "FailJob", onExitCodes: { operator: "In", values: [42] } }]',
      ),
    },
    undefined,
    ['rules'],
  ),
} satisfies Table<JobProps>;

export const JOB_EXAMPLE = '{ image: "ghcr.io/shop/api:2.3.1" }';
/** What Kubernetes calls otherwise. */
export const JOB_ELSEWHERE = {
  ...POD_ELSEWHERE,
  completions: 'use completion: { mode: "Count", completions }',
  parallelism: 'use completion: { mode: "Count", completions, parallelism }',
};

/** The props of a BatchJob. */
export const BATCH_JOB_SHAPE = only<BatchJobProps>(
  {
    ...JOB,
    rerunOnChange: flag,
    ttlSecondsAfterFinished: amount,
    suspend: flag,
    managedBy: text,
    overrides: only<BatchJobOverrides>({ ...OVERRIDES, job: override, networkPolicy: override }, undefined),
  },
  JOB_EXAMPLE,
  [],
  { ...JOB_ELSEWHERE, ttl: 'use ttlSecondsAfterFinished' },
);
