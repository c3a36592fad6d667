import type { Affinity, PodAffinityTerm, PodSpec, Toleration, TopologySpreadConstraint } from '../manifest/kubernetes';
import { checkLabels } from '../manifest/labels';
import type { Problems } from '../props/problem';

/** Which nodes the pods may run on, in Kubernetes' own fields. */
export interface Scheduling {
  /** Labels that a node must have: `{ 'kubernetes.io/arch': 'arm64' }`. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** A term of `podAntiAffinity` without a `labelSelector` means the pods of this workload. */
  readonly affinity?: Affinity;
  /** Taints of nodes that do not keep the pods away. */
  readonly tolerations?: readonly Toleration[];
  /** A constraint without a `labelSelector` counts the pods of this workload. */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  /** The PriorityClass, which says whose pods give way when there is no room. */
  readonly priorityClassName?: string;
  /** The RuntimeClass, such as that of a sandbox. */
  readonly runtimeClassName?: string;
  /** @default - the scheduler of the cluster */
  readonly schedulerName?: string;
}

/**
 * Whether no two pods of a workload are on one node: when the scheduler can help it (`true`), or always (`'required'`), so that a pod
 * waits until there is a node without one.
 */
export type Spread = boolean | 'required';

const FIELDS = [
  'nodeSelector',
  'affinity',
  'tolerations',
  'topologySpreadConstraints',
  'priorityClassName',
  'runtimeClassName',
  'schedulerName',
] as const;

/** Whether pods are spread: as the user says, or else when there are several and no constraint of the user's own says where they go. */
export function resolveSpread(given: Spread | undefined, replicas: number, props: Scheduling): Spread {
  const chosen = props.affinity?.podAntiAffinity !== undefined || props.topologySpreadConstraints !== undefined;
  return given ?? (replicas > 1 && !chosen);
}

/**
 * The scheduling fields of a pod. A constraint without a selector would count no pods, and so spread none: it gets the workload's own.
 *
 * @param selector the labels of the pods of this workload
 */
export function scheduling(
  props: Scheduling,
  selector: Readonly<Record<string, string>>,
  spread: Spread,
): Partial<PodSpec> {
  const own: Scheduling = Object.fromEntries(
    FIELDS.filter((field) => !isEmpty(props[field])).map((field) => [field, props[field]]),
  );
  const constraints = own.topologySpreadConstraints?.map((each) => selecting(selector, each));
  const podAntiAffinity = antiAffinity(own.affinity?.podAntiAffinity, selector, spread);
  return {
    ...own,
    ...(constraints && { topologySpreadConstraints: constraints }),
    ...(podAntiAffinity && { affinity: { ...own.affinity, podAntiAffinity } }),
  };
}

export function checkScheduling(problems: Problems, { nodeSelector, affinity, tolerations }: Scheduling): void {
  checkLabels(problems, 'nodeSelector', nodeSelector);
  for (const [index, { operator, key, value, effect, tolerationSeconds }] of (tolerations ?? []).entries()) {
    const at = problems.at(`tolerations[${index}]`);
    if (operator === 'Exists' && value !== undefined) {
      at.add('value', value, 'stands beside operator "Exists", which takes any value: leave one of them out');
    }
    if (key === undefined && operator !== 'Exists') {
      at.add('', undefined, 'has no key: give one, or operator: "Exists" for every taint');
    }
    if (tolerationSeconds !== undefined && effect !== 'NoExecute') {
      at.add('tolerationSeconds', tolerationSeconds, 'needs effect "NoExecute": no other effect evicts a pod');
    }
  }
  checkPodAffinity(problems.at('affinity.podAffinity'), affinity?.podAffinity);
}

function checkPodAffinity(problems: Problems, affinity: Affinity['podAffinity']): void {
  const required = affinity?.requiredDuringSchedulingIgnoredDuringExecution ?? [];
  const preferred = affinity?.preferredDuringSchedulingIgnoredDuringExecution ?? [];
  const terms = [
    ...required.map((term, index) => [`requiredDuringSchedulingIgnoredDuringExecution[${index}]`, term] as const),
    ...preferred.map(
      ({ podAffinityTerm }, index) =>
        [`preferredDuringSchedulingIgnoredDuringExecution[${index}].podAffinityTerm`, podAffinityTerm] as const,
    ),
  ];
  for (const [prop, { labelSelector }] of terms) {
    if (labelSelector !== undefined) continue;
    problems.add(prop, undefined, 'has no labelSelector, and so means no pod: say which pods it wants to be near');
  }
}

function antiAffinity(
  own: Affinity['podAntiAffinity'],
  selector: Readonly<Record<string, string>>,
  spread: Spread,
): Affinity['podAntiAffinity'] {
  const apart: PodAffinityTerm = { topologyKey: 'kubernetes.io/hostname' };
  const required = [
    ...(own?.requiredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(spread === 'required' ? [apart] : []),
  ];
  const preferred = [
    ...(own?.preferredDuringSchedulingIgnoredDuringExecution ?? []),
    ...(spread === true ? [{ weight: 100, podAffinityTerm: apart }] : []),
  ];
  if (required.length === 0 && preferred.length === 0) return own;
  return {
    ...(required.length > 0 && {
      requiredDuringSchedulingIgnoredDuringExecution: required.map((term) => selecting(selector, term)),
    }),
    ...(preferred.length > 0 && {
      preferredDuringSchedulingIgnoredDuringExecution: preferred.map(({ weight, podAffinityTerm }) => ({
        weight,
        podAffinityTerm: selecting(selector, podAffinityTerm),
      })),
    }),
  };
}

/** Without a `labelSelector` a term selects no pod at all. */
function selecting<Term extends Pick<PodAffinityTerm, 'labelSelector'>>(
  selector: Readonly<Record<string, string>>,
  term: Term,
): Term {
  return { ...term, labelSelector: term.labelSelector ?? { matchLabels: selector } };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
