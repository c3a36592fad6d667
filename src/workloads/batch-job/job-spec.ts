import type { IConstruct } from 'constructs';
import type {
  JobSpec,
  NetworkPolicy,
  PodFailurePolicy,
  PodFailurePolicyRule,
  SuccessPolicyRule,
} from '../../manifest/kubernetes';
import type { Problems } from '../../props/problem';
import type { FieldOf } from '../../props/shape';
import { wholeNumberFrom } from '../../props/whole-number';
import { defined } from '../../values/defined';
import { podPorts, podTemplate } from '../../pod/pod-template';
import { resolvePorts, type NamedPort } from '../../pod/ports';
import { checkNetworkAccess, decideAccess, networkPolicy } from '../network-policy';
import { sharedWaysOut, unless, type WaysOut } from '../overrides';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import { countIndexes, indexesProblem } from './indexes';
import type { BatchJobOverrides, Completion, IndexedCompletion, JobProps } from './props';

/** A Job, on its own or inside a CronJob, with its defaults decided. */
export interface ResolvedJob extends ResolvedWorkload {
  readonly props: JobProps;
  readonly completion: Completion;
  readonly podPorts: readonly NamedPort[];
}

export function resolveJob(construct: IConstruct, props: JobProps): ResolvedJob {
  const { restartPolicy = 'Never', completion = { mode: 'Once' } } = props;
  const ports = resolvePorts(props.ports);
  const workload = resolveWorkload(construct, 'job', props, { ports, fields: { restartPolicy } });
  return { ...workload, props, completion, podPorts: podPorts(ports, props) };
}

export function jobSpec({ props, completion, podPlan }: ResolvedJob): JobSpec {
  return defined({
    ...completionFields(completion),
    backoffLimit: props.backoffLimit,
    activeDeadlineSeconds: props.activeDeadlineSeconds,
    podFailurePolicy: failurePolicy(props),
    podReplacementPolicy: props.podReplacementPolicy,
    template: podTemplate(podPlan),
  });
}

/** The NetworkPolicy that a job asks for. */
export function jobNetworkPolicy({ identity, props, podPorts }: ResolvedJob): NetworkPolicy | undefined {
  return props.networkPolicy ? networkPolicy(identity, podPorts, decideAccess(props.networkPolicy, [])) : undefined;
}

/** What to say so that the objects are made that both jobs may have. */
export function jobWaysOut(job: ResolvedJob): WaysOut<Omit<BatchJobOverrides, 'job'>> {
  return { ...sharedWaysOut(job), networkPolicy: unless(job.props.networkPolicy, 'give networkPolicy') };
}

/**
 * @param kind of the workload object: its name has that kind's limit
 * @param problems where the props of the job are, when not beside the name
 */
export function checkJob(workload: Problems, kind: 'Job' | 'CronJob', job: ResolvedJob, problems = workload): void {
  checkWorkload(workload, [kind], job, problems);
  const { props, completion } = job;
  checkNetworkAccess(problems, props.networkPolicy, job.podPorts);
  problems.check('backoffLimit', props.backoffLimit, wholeNumberFrom(0));
  problems.check('activeDeadlineSeconds', props.activeDeadlineSeconds, wholeNumberFrom(1));
  checkCompletion(problems.at('completion'), completion);
  // JavaScript callers have no compiler to tell them.
  const restartPolicy: string = props.restartPolicy ?? 'Never';
  if (restartPolicy !== 'Never' && restartPolicy !== 'OnFailure') {
    problems.add('restartPolicy', restartPolicy, 'is not for a Job, which must end: use "Never" or "OnFailure"');
  }
  const policy = failurePolicy(props);
  if (policy === undefined) return;
  if (restartPolicy !== 'Never') {
    const problem = 'needs restartPolicy "Never": a container that is restarted does not fail its pod';
    problems.add('podFailurePolicy', undefined, problem);
  }
  if (props.podReplacementPolicy === 'TerminatingOrFailed') {
    const problem = 'stands beside podFailurePolicy, which waits until a pod has failed: leave it out';
    problems.add('podReplacementPolicy', props.podReplacementPolicy, problem);
  }
  for (const [index, rule] of policy.rules.entries()) {
    checkFailureRule(problems.at(`podFailurePolicy.rules[${index}]`), rule, job);
  }
}

function failurePolicy(props: JobProps): PodFailurePolicy | undefined {
  return 'podFailurePolicy' in props ? props.podFailurePolicy : undefined;
}

function completionFields(completion: Completion): Partial<JobSpec> {
  if (completion.mode === 'Once') return {};
  if (completion.mode === 'WorkQueue') return { parallelism: completion.parallelism };
  const { mode, ...fields } = completion;
  return mode === 'Indexed' ? { completionMode: 'Indexed', ...fields } : fields;
}

/** The fields of each mode. */
const MODES: {
  readonly [Mode in Completion['mode']]: Readonly<Record<FieldOf<Extract<Completion, { readonly mode: Mode }>>, true>>;
} = {
  Once: { mode: true },
  Count: { mode: true, completions: true, parallelism: true },
  Indexed: {
    mode: true,
    completions: true,
    parallelism: true,
    backoffLimitPerIndex: true,
    maxFailedIndexes: true,
    successPolicy: true,
  },
  WorkQueue: { mode: true, parallelism: true },
};

/** JavaScript, or a spread, may give what is of another mode. */
function checkFieldsOfMode(problems: Problems, completion: Completion): void {
  for (const [field, value] of Object.entries(completion)) {
    if (value === undefined || Object.hasOwn(MODES[completion.mode], field)) continue;
    const modes = Object.entries(MODES).flatMap(([mode, fields]) => (Object.hasOwn(fields, field) ? `"${mode}"` : []));
    problems.add(field, value, `is not for mode "${completion.mode}": leave it out, or use ${modes.join(' or ')}`);
  }
}

function checkCompletion(problems: Problems, completion: Completion): void {
  checkFieldsOfMode(problems, completion);
  if (completion.mode === 'Once') return;
  problems.check('parallelism', completion.parallelism, wholeNumberFrom(completion.mode === 'WorkQueue' ? 1 : 0));
  if (completion.mode === 'WorkQueue') return;
  problems.check('completions', completion.completions, wholeNumberFrom(1));
  if (completion.mode === 'Indexed') checkIndexed(problems, completion);
}

// Source: the limits are those of Kubernetes' pkg/apis/batch/validation.
function checkIndexed(problems: Problems, completion: IndexedCompletion): void {
  const { completions, parallelism = 1, backoffLimitPerIndex, maxFailedIndexes, successPolicy } = completion;
  if (parallelism > 100_000) problems.add('parallelism', parallelism, 'is over 100000, the most for an indexed Job');
  problems.check('backoffLimitPerIndex', backoffLimitPerIndex, wholeNumberFrom(0));
  problems.check('maxFailedIndexes', maxFailedIndexes, (value) => {
    if (backoffLimitPerIndex === undefined) {
      return 'needs backoffLimitPerIndex: without it no index fails on its own';
    }
    return value > completions ? `is over completions (${completions}): lower it` : wholeNumberFrom(0)(value);
  });
  for (const [index, rule] of (successPolicy?.rules ?? []).entries()) {
    checkSuccessRule(problems.at(`successPolicy.rules[${index}]`), rule, completions);
  }
}

function checkSuccessRule(
  problems: Problems,
  { succeededIndexes, succeededCount }: SuccessPolicyRule,
  completions: number,
): void {
  if (succeededIndexes === undefined && succeededCount === undefined) {
    problems.add('', undefined, 'needs succeededIndexes or succeededCount');
  }
  problems.check('succeededIndexes', succeededIndexes, (indexes) => indexesProblem(indexes, completions));
  const most = succeededIndexes === undefined ? completions : countIndexes(succeededIndexes);
  problems.check('succeededCount', succeededCount, (count) => {
    if (!(count > most)) return wholeNumberFrom(1)(count);
    return `is over ${succeededIndexes === undefined ? 'completions' : 'the number of succeededIndexes'} (${most}): lower it`;
  });
}

function checkFailureRule(
  problems: Problems,
  rule: PodFailurePolicyRule,
  { props, completion, podPlan }: ResolvedJob,
): void {
  const { action, onExitCodes, onPodConditions } = rule;
  const perIndex = completion.mode === 'Indexed' && completion.backoffLimitPerIndex !== undefined;
  if (action === 'FailIndex' && !perIndex) {
    problems.add('action', action, 'needs completion of mode "Indexed" with backoffLimitPerIndex');
  }
  if ((onExitCodes === undefined) === (onPodConditions === undefined)) {
    problems.add('', undefined, 'needs one of onExitCodes and onPodConditions');
  }
  if (onExitCodes === undefined) return;
  const { containerName, operator, values } = onExitCodes;
  const others = { ...props.containers, ...props.initContainers, ...props.sidecars };
  const containers = [podPlan.containerName, ...Object.keys(others)];
  if (containerName !== undefined && !containers.includes(containerName)) {
    const names = containers.map((name) => `"${name}"`).join(' or ');
    problems.add('onExitCodes.containerName', containerName, `is no container of this job: use ${names}`);
  }
  if (values.length === 0) problems.add('onExitCodes.values', undefined, 'are empty: name the exit codes');
  if (values.some((code, place) => place > 0 && code <= Number(values[place - 1]))) {
    problems.add('onExitCodes.values', undefined, 'are not in order: sort them, each once');
  }
  if (operator === 'In' && values.includes(0)) problems.add('onExitCodes.values', 0, 'is success: leave it out');
}
