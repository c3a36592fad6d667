import { createHash } from 'node:crypto';
import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Job } from '../../manifest/kubernetes';
import { merge } from '../../manifest/merge';
import { dnsLabelProblem, objectNameProblem } from '../../manifest/name';
import type { Problems } from '../../manifest/problem';
import { defined } from '../../pod/container';
import { Workload } from '../workload';
import { checkJob, jobSpec, resolveJob, type ResolvedJob } from './job-spec';
import type { BatchJobProps } from './props';

/**
 * Work that is done once: a database migration, a report, a thousand thumbnails.
 *
 * Makes a Job, a ServiceAccount, and for `config` a ConfigMap.
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
  /** The name of the Job; with `rerunOnChange` it ends in a hash of the content. */
  readonly name: string;
  readonly namespace: string | undefined;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly serviceAccountName: string;
  readonly job: ApiObject;

  constructor(scope: Construct, id: string, props: BatchJobProps) {
    super(scope, id);
    const resolved = resolveJob(this, props);
    const { identity } = resolved;
    const manifest = merge(job(resolved, props), props.overrides?.job);
    this.name = props.rerunOnChange === true ? `${identity.name}-${contentHash(manifest)}` : identity.name;
    this.validateProps('BatchJob', (problems) => {
      checkJob(problems, 'Job', resolved);
      checkOwnProps(problems, resolved, props, this.name);
    });
    this.namespace = identity.namespace;
    this.podLabels = identity.selector;
    this.serviceAccountName = resolved.serviceAccountName;
    this.addShared(resolved, props.overrides);
    this.job = this.add('Job', { ...manifest, metadata: { ...manifest.metadata, name: this.name } });
    this.node.defaultChild = this.job;
  }
}

function job(resolved: ResolvedJob, { ttlSecondsAfterFinished, suspend, managedBy }: BatchJobProps): Job {
  const { identity, annotations } = resolved;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: identity.name, labels: identity.labels, ...(Object.keys(annotations).length > 0 && { annotations }) },
    spec: defined({ ...jobSpec(resolved), ttlSecondsAfterFinished, suspend, managedBy }),
  };
}

function checkOwnProps(problems: Problems, { identity, props, completion }: ResolvedJob, own: BatchJobProps, name: string): void {
  const prop = props.name === undefined ? 'id' : 'name';
  if (name !== identity.name && objectNameProblem('Job', identity.name) === undefined && name.length > 63) {
    problems.add(prop, identity.name, 'has over 54 characters: with rerunOnChange nine more are added, and a Job name holds 63');
  }
  if (completion.mode === 'Indexed') {
    const last = `${name}-${completion.completions - 1}`;
    if (dnsLabelProblem(name) === undefined && dnsLabelProblem(last) !== undefined) {
      problems.add(prop, identity.name, `is too long for an indexed Job: its last pod "${last}" must have at most 63 characters`);
    }
  }
  const ttl = own.ttlSecondsAfterFinished;
  if (ttl !== undefined && !(Number.isInteger(ttl) && ttl >= 0)) {
    problems.add('ttlSecondsAfterFinished', ttl, 'is not a whole number of seconds from 0');
  }
}

/** Another one when anything that the Job runs is; labels and annotations of the Job itself run nothing. */
function contentHash({ spec }: Job): string {
  return createHash('sha256').update(JSON.stringify(spec, sortKeys)).digest('hex').slice(0, 8);
}

/** The order in which someone wrote the fields is no content. */
function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
