import type { JobSpec } from '../../manifest/kubernetes';
import type { Problems } from '../../manifest/problem';
import { defined } from '../../pod/container';
import { podTemplate } from '../../pod/pod-template';
import { resolvePorts } from '../../pod/ports';
import type { IConstruct } from 'constructs';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import type { Completion, IndexedCompletion, JobProps } from './props';

/** A Job, on its own or inside a CronJob, with its defaults decided. */
export interface ResolvedJob extends ResolvedWorkload {
  readonly props: JobProps;
  readonly completion: Completion;
}

export function resolveJob(construct: IConstruct, props: JobProps): ResolvedJob {
  const { restartPolicy = 'Never', completion = { mode: 'Once' } } = props;
  const workload = resolveWorkload(construct, 'job', props, {
    ports: resolvePorts('job', undefined, props.ports),
    fields: { restartPolicy },
  });
  return { ...workload, props, completion };
}

export function jobSpec({ props, completion, podPlan }: ResolvedJob): JobSpec {
  return defined({
    ...completionFields(completion),
    backoffLimit: props.backoffLimit,
    activeDeadlineSeconds: props.activeDeadlineSeconds,
    podFailurePolicy: props.podFailurePolicy,
    podReplacementPolicy: props.podReplacementPolicy,
    template: podTemplate(podPlan),
  });
}

/**
 * @param kind of the workload object: its name has that kind's limit
 * @param pod where the props of the job are, when not beside the name
 */
export function checkJob(workload: Problems, kind: 'Job' | 'CronJob', job: ResolvedJob, problems = workload): void {
  checkWorkload(workload, kind, job, problems);
  const { props, completion } = job;
  if (props.backoffLimit !== undefined) checkWhole(problems, 'backoffLimit', props.backoffLimit, 0);
  if (props.activeDeadlineSeconds !== undefined) checkWhole(problems, 'activeDeadlineSeconds', props.activeDeadlineSeconds, 1);
  checkCompletion(problems.at('completion'), completion);
  // JavaScript callers have no compiler to tell them.
  const restartPolicy: string = props.restartPolicy ?? 'Never';
  if (restartPolicy !== 'Never' && restartPolicy !== 'OnFailure') {
    problems.add('restartPolicy', restartPolicy, 'is not for a Job, which must end: use "Never" or "OnFailure"');
  }
  checkFailurePolicy(problems, job, restartPolicy);
}

function completionFields(completion: Completion): Partial<JobSpec> {
  if (completion.mode === 'Once') return {};
  if (completion.mode === 'WorkQueue') return { parallelism: completion.parallelism };
  const { mode, ...fields } = completion;
  return mode === 'Indexed' ? { completionMode: 'Indexed', ...fields } : fields;
}

function checkCompletion(problems: Problems, completion: Completion): void {
  if (completion.mode === 'Once') return;
  if (completion.parallelism !== undefined) checkWhole(problems, 'parallelism', completion.parallelism, completion.mode === 'WorkQueue' ? 1 : 0);
  if (completion.mode === 'WorkQueue') return;
  checkWhole(problems, 'completions', completion.completions, 1);
  if (completion.mode === 'Indexed') checkIndexed(problems, completion);
}

// Source: the limits are those of Kubernetes' pkg/apis/batch/validation.
function checkIndexed(problems: Problems, completion: IndexedCompletion): void {
  const { completions, parallelism = 1, backoffLimitPerIndex, maxFailedIndexes, successPolicy } = completion;
  if (parallelism > 100_000) problems.add('parallelism', parallelism, 'is over 100000, the most for an indexed Job');
  if (backoffLimitPerIndex !== undefined) checkWhole(problems, 'backoffLimitPerIndex', backoffLimitPerIndex, 0);
  if (maxFailedIndexes !== undefined) {
    checkWhole(problems, 'maxFailedIndexes', maxFailedIndexes, 0);
    if (maxFailedIndexes > completions) problems.add('maxFailedIndexes', maxFailedIndexes, `is over completions (${completions})`);
    if (backoffLimitPerIndex === undefined) problems.add('maxFailedIndexes', maxFailedIndexes, 'needs backoffLimitPerIndex: without it no index fails on its own');
  }
  for (const [index, rule] of (successPolicy?.rules ?? []).entries()) {
    if (rule.succeededIndexes !== undefined || rule.succeededCount !== undefined) continue;
    problems.add(`successPolicy.rules[${index}]`, undefined, 'needs succeededIndexes or succeededCount');
  }
}

function checkFailurePolicy(problems: Problems, { props, completion, podPlan }: ResolvedJob, restartPolicy: string): void {
  const rules = props.podFailurePolicy?.rules;
  if (rules === undefined) return;
  if (restartPolicy !== 'Never') problems.add('podFailurePolicy', undefined, 'needs restartPolicy "Never": a pod that is restarted does not fail');
  const perIndex = completion.mode === 'Indexed' && completion.backoffLimitPerIndex !== undefined;
  const containers = [podPlan.containerName, ...Object.keys(props.containers ?? {}), ...Object.keys(props.initContainers ?? {}), ...Object.keys(props.sidecars ?? {})];
  for (const [index, { action, onExitCodes, onPodConditions }] of rules.entries()) {
    const at = problems.at(`podFailurePolicy.rules[${index}]`);
    if (action === 'FailIndex' && !perIndex) at.add('action', action, 'needs completion of mode "Indexed" with backoffLimitPerIndex');
    if ((onExitCodes === undefined) === (onPodConditions === undefined)) at.add('', undefined, 'needs one of onExitCodes and onPodConditions');
    if (onExitCodes === undefined) continue;
    const { containerName, operator, values } = onExitCodes;
    if (containerName !== undefined && !containers.includes(containerName)) {
      at.add('onExitCodes.containerName', containerName, `is no container of this job: use ${containers.map((name) => `"${name}"`).join(' or ')}`);
    }
    if (values.length === 0) at.add('onExitCodes.values', undefined, 'are empty: name the exit codes');
    if (values.some((code, place) => place > 0 && code <= Number(values[place - 1]))) {
      at.add('onExitCodes.values', undefined, 'are not in order: sort them, each once');
    }
    if (operator === 'In' && values.includes(0)) at.add('onExitCodes.values', 0, 'is success: leave it out');
  }
}

function checkWhole(problems: Problems, prop: string, value: number, least: number): void {
  if (!Number.isInteger(value) || value < least) problems.add(prop, value, `is not a whole number from ${least}`);
}
