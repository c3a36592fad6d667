import type {
  DeepPartial,
  Job,
  JobSpec,
  NetworkPolicy,
  PodFailurePolicy,
  SuccessPolicy,
} from '../../manifest/kubernetes';
import type { Ports } from '../../pod/ports';
import type { NetworkAccess } from '../network-policy';
import type { WorkloadOverrides } from '../workload';
import type { WorkloadProps } from '../workload-props';

/** When a Job is done. */
export type Completion =
  /** One pod succeeds. */
  | { readonly mode: 'Once' }
  /** A number of pods succeed, no matter which. */
  | { readonly mode: 'Count'; readonly completions: number; readonly parallelism?: number }
  /** One pod succeeds for each index from 0; it finds its own in `JOB_COMPLETION_INDEX`. */
  | IndexedCompletion
  /** Pods take work from a queue until one of them ends with success, and then the others end too. */
  | { readonly mode: 'WorkQueue'; readonly parallelism: number };

/** One pod succeeds for each index from 0 to `completions - 1`; failures can be counted index by index. */
export interface IndexedCompletion {
  readonly mode: 'Indexed';
  readonly completions: number;
  /** @default 1 */
  readonly parallelism?: number;
  /** How often each index may be tried again. Without it the Job's `backoffLimit` counts all indexes together. */
  readonly backoffLimitPerIndex?: number;
  /** How many indexes may fail before the Job does; needs `backoffLimitPerIndex`. */
  readonly maxFailedIndexes?: number;
  /** When the Job has succeeded although not all indexes have. */
  readonly successPolicy?: SuccessPolicy;
}

/** What happens to a container that failed; only a pod that is not restarted can be judged by a failure policy. */
export type Restart =
  | {
      /** @default 'Never': each try is a new pod, and the failed ones keep their logs */
      readonly restartPolicy?: 'Never';
      /** Which failures count, which do not, and which end the Job at once. */
      readonly podFailurePolicy?: PodFailurePolicy;
    }
  | { readonly restartPolicy: 'OnFailure' };

/** When a Job is done, and how often it is tried. */
export type JobSettings = Restart & {
  readonly ports?: Ports;
  /**
   * To whom the pods may connect (`to`), such as where whatever is not allowed is denied; and who may connect to them, which is nobody
   * unless `from` or `ports` say so.
   *
   * @default - no NetworkPolicy
   */
  readonly networkPolicy?: NetworkAccess | false;
  /** @default { mode: 'Once' } */
  readonly completion?: Completion;
  /**
   * How often the Job is tried again: it runs at most `backoffLimit + 1` times.
   *
   * @default 6
   */
  readonly backoffLimit?: number;
  /** The longest that the Job may run, all tries together, in seconds. */
  readonly activeDeadlineSeconds?: number;
  /**
   * Whether the pod that replaces one starts when that one is told to stop, or when it has ended.
   *
   * @default 'TerminatingOrFailed', but 'Failed' with `podFailurePolicy`
   */
  readonly podReplacementPolicy?: JobSpec['podReplacementPolicy'];
};

/** What a Job runs and when it is done: the part that a BatchJob and a ScheduledJob share. */
export type JobProps = WorkloadProps & JobSettings;

/** What a user may change in the objects of a BatchJob. */
export interface BatchJobOverrides extends WorkloadOverrides {
  readonly job?: DeepPartial<Job>;
  readonly networkPolicy?: DeepPartial<NetworkPolicy>;
}

/** What a BatchJob runs, when it is done, and what becomes of it then. */
export type BatchJobProps = JobProps & {
  /**
   * Whether a changed job is a new Job. A Job is immutable: with the same name a change is refused. With `true` the name ends in a hash
   * of the content, so each content runs once.
   *
   * @default false
   */
  readonly rerunOnChange?: boolean;
  /** How long the Job is kept when it is done, in seconds. Who applies the manifest again after that runs it again. */
  readonly ttlSecondsAfterFinished?: number;
  /** Whether the Job waits: no pod starts until it is `false`. */
  readonly suspend?: boolean;
  readonly managedBy?: string;
  /** The last word on each object, merged in as strategic merge does it. */
  readonly overrides?: BatchJobOverrides;
};
