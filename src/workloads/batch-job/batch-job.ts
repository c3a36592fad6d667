import { createHash } from 'node:crypto';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Job } from '../../manifest/kubernetes';
import { merge } from '../../manifest/merge';
import type { Problems } from '../../props/problem';
import { wholeNumberFrom } from '../../props/whole-number';
import { defined } from '../../values/defined';
import { checkOverrides } from '../overrides';
import { BATCH_JOB_SHAPE } from './shape';
import { nameProp, workloadMetadata } from '../resolve-workload';
import { Workload } from '../workload';
import { checkJob, jobNetworkPolicy, jobSpec, jobWaysOut, resolveJob, type ResolvedJob } from './job-spec';
import type { BatchJobProps } from './props';

/**
 * Work that is done once: a database migration, a report, a thousand thumbnails.
 *
 * Makes a Job, a ServiceAccount, for `config` a ConfigMap, and for `networkPolicy` a NetworkPolicy.
 *
 * @throws InvalidPropsError with all that is wrong with the props
 * @example
 * new BatchJob(chart, 'migrate', {
 *   image: 'ghcr.io/shop/api:2.3.1',
 *   command: ['migrate', 'up'],
 *   rerunOnChange: true,
 *   backoffLimit: 2,
 * });
 */
export class BatchJob extends Workload {
  readonly job: ApiObject;
  /** The NetworkPolicy that `networkPolicy` asked for. */
  readonly networkPolicy: ApiObject | undefined;
  readonly #name: string;

  constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(scope, id);
    this.validateShape('BatchJob', props, BATCH_JOB_SHAPE);
    const resolved = resolveJob(this, props);
    const { identity } = resolved;
    this.validateProps('BatchJob', (problems) => {
      checkJob(problems, 'Job', resolved);
      checkOwnProps(problems, resolved, props);
      checkOverrides(
        problems.at('overrides'),
        props.overrides,
        { ...jobWaysOut(resolved), job: undefined },
        resolved.podPlan,
      );
    });
    const manifest = merge(job(resolved, props), props.overrides?.job);
    this.#name = props.rerunOnChange === true ? `${identity.name}-${contentHash(manifest)}` : identity.name;
    this.begin(resolved, props.overrides);
    this.job = this.add('Job', { ...manifest, metadata: { ...manifest.metadata, name: this.name } });
    this.node.defaultChild = this.job;
    const policy = jobNetworkPolicy(resolved);
    this.networkPolicy = policy && this.add('NetworkPolicy', policy, props.overrides?.networkPolicy);
  }

  /** The name of the Job; with `rerunOnChange` it ends in a hash of the content. */
  override get name(): string {
    return this.#name;
  }
}

function job(resolved: ResolvedJob, { ttlSecondsAfterFinished, suspend, managedBy }: BatchJobProps): Job {
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: workloadMetadata(resolved),
    spec: defined({ ...jobSpec(resolved), ttlSecondsAfterFinished, suspend, managedBy }),
  };
}

function checkOwnProps(problems: Problems, { identity, completion }: ResolvedJob, props: BatchJobProps): void {
  problems.check('ttlSecondsAfterFinished', props.ttlSecondsAfterFinished, wholeNumberFrom(0));
  const { name } = identity;
  if (name.length > MAX_LABEL) return;
  const hash = props.rerunOnChange === true ? HASH_LENGTH + 1 : 0;
  const index = completion.mode === 'Indexed' ? String(completion.completions - 1).length + 1 : 0;
  // The host name of an indexed pod is the Job's name and the index, and has to be a label itself.
  const more = [...(hash > 0 ? ['the hash of rerunOnChange'] : []), ...(index > 0 ? ['the index of a pod'] : [])];
  if (name.length + hash + index <= MAX_LABEL) return;
  const problem = `has ${name.length} characters; with ${more.join(' and ')} it holds ${MAX_LABEL - hash - index}: shorten it`;
  problems.add(nameProp(props), name, problem);
}

const MAX_LABEL = 63;
const HASH_LENGTH = 8;

/**
 * Another one when what the Job runs is. Its own labels and annotations run nothing, and neither does whether it waits or how long it is
 * kept, which Kubernetes changes in place.
 */
function contentHash({ spec }: Job): string {
  const { suspend: _suspend, ttlSecondsAfterFinished: _ttl, ...content } = spec ?? { template: {} };
  return createHash('sha256').update(JSON.stringify(content, inOrder)).digest('hex').slice(0, HASH_LENGTH);
}

/** The order in which someone wrote fields, volumes, mounts and ports is no content; that of `env` is, because of `$(NAME)`. */
function inOrder(field: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!Array.isArray(value)) return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  if (!['volumes', 'volumeMounts', 'ports'].includes(field)) return value;
  return (value as readonly unknown[]).toSorted((a, b) =>
    JSON.stringify(a, inOrder) < JSON.stringify(b, inOrder) ? -1 : 1,
  );
}
