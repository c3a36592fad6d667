import type { Affinity, PodSpec, Toleration, TopologySpreadConstraint } from '../manifest/kubernetes';
import { labelKeyProblem, labelValueProblem } from '../manifest/name';
import { keyed, type Problems } from '../manifest/problem';

/** Which nodes the pods may run on, in Kubernetes' own fields. */
export interface Scheduling {
  readonly nodeSelector?: Readonly<Record<string, string>>;
  readonly affinity?: Affinity;
  readonly tolerations?: readonly Toleration[];
  /** A constraint without a `labelSelector` counts the pods of this workload. */
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly priorityClassName?: string;
  readonly runtimeClassName?: string;
  readonly schedulerName?: string;
}

const FIELDS = [
  'nodeSelector',
  'affinity',
  'tolerations',
  'topologySpreadConstraints',
  'priorityClassName',
  'runtimeClassName',
  'schedulerName',
] as const;

/**
 * The scheduling fields of a pod.
 *
 * @param selector the labels of the pods of this workload
 * @param spread whether its pods should not share a node, when the scheduler can help it; a constraint of the user's own (pod
 *   anti-affinity or topology spread) takes its place
 */
export function scheduling(
  props: Scheduling,
  selector: Readonly<Record<string, string>>,
  spread: boolean,
): Partial<PodSpec> {
  const { affinity, topologySpreadConstraints } = props;
  const own: Scheduling = Object.fromEntries(
    FIELDS.filter((field) => !isEmpty(props[field])).map((field) => [field, props[field]]),
  );
  // Without a selector a constraint would count no pods, and so spread none.
  const constraints = own.topologySpreadConstraints?.map((each) => ({
    labelSelector: { matchLabels: selector },
    ...each,
  }));
  const chosen = affinity?.podAntiAffinity !== undefined || topologySpreadConstraints !== undefined;
  return {
    ...own,
    ...(constraints && { topologySpreadConstraints: constraints }),
    ...(spread && !chosen && { affinity: { ...affinity, podAntiAffinity: apart(selector) } }),
  };
}

export function checkScheduling(problems: Problems, { nodeSelector, tolerations }: Scheduling): void {
  for (const [key, value] of Object.entries(nodeSelector ?? {})) {
    problems.check('nodeSelector', key, labelKeyProblem);
    problems.check(keyed('nodeSelector', key), value, labelValueProblem);
  }
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
}

function apart(labels: Readonly<Record<string, string>>): Affinity['podAntiAffinity'] {
  return {
    preferredDuringSchedulingIgnoredDuringExecution: [
      {
        weight: 100,
        podAffinityTerm: { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: labels } },
      },
    ],
  };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}
