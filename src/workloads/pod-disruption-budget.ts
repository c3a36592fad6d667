import type { PodDisruptionBudget } from '../manifest/kubernetes';
import { intOrPercentProblem, type IntOrPercent } from '../manifest/percent';
import type { Problems } from '../props/problem';
import type { WorkloadIdentity } from './resolve-workload';

/** How many pods a drain of nodes may take at a time: one of the two bounds. */
export type DisruptionBudget = (
  | { readonly maxUnavailable: IntOrPercent; readonly minAvailable?: never }
  | { readonly minAvailable: IntOrPercent; readonly maxUnavailable?: never }
) & {
  /**
   * Whether pods that are not ready may go, even when the budget is used up.
   *
   * @default 'AlwaysAllow', so that broken pods do not block a drain
   */
  readonly unhealthyPodEvictionPolicy?: 'AlwaysAllow' | 'IfHealthyBudget';
};

/** The user's budget; without a word of theirs one pod of several may go, and there is none for a single one. */
export function decideBudget(
  given: DisruptionBudget | false | undefined,
  replicas: number,
): DisruptionBudget | undefined {
  if (given === false) return undefined;
  return given ?? (replicas > 1 ? { maxUnavailable: 1 } : undefined);
}

/** What to say so that there is a budget, or undefined when there is one. */
export function budgetWayOut(given: DisruptionBudget | false | undefined, replicas: number): string | undefined {
  if (given === false) return 'leave out podDisruptionBudget: false';
  return decideBudget(given, replicas) ? undefined : 'give podDisruptionBudget, or more than one replica';
}

export function podDisruptionBudget(
  { name, labels, selector }: WorkloadIdentity,
  { unhealthyPodEvictionPolicy = 'AlwaysAllow', ...bound }: DisruptionBudget,
): PodDisruptionBudget {
  return {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name, labels },
    spec: { ...bound, unhealthyPodEvictionPolicy, selector: { matchLabels: selector } },
  };
}

/** @param replicas the number of pods, when it is known */
export function checkDisruptionBudget(
  problems: Problems,
  budget: DisruptionBudget | false | undefined,
  replicas: number | undefined,
): void {
  if (budget === undefined || budget === false) return;
  const { maxUnavailable, minAvailable } = budget;
  const at = problems.at('podDisruptionBudget');
  const rule = (value: IntOrPercent): string | undefined => intOrPercentProblem(value, { max: '100%' });
  at.check('maxUnavailable', maxUnavailable, rule);
  at.check('minAvailable', minAvailable, rule);
  if ((maxUnavailable === undefined) === (minAvailable === undefined)) {
    at.add('', undefined, 'needs one of maxUnavailable and minAvailable');
  }
  const stuck = 'lets no pod go, and so no node be drained: allow one';
  if (maxUnavailable === 0 || maxUnavailable === '0%') at.add('maxUnavailable', maxUnavailable, stuck);
  const all = typeof minAvailable === 'number' && replicas !== undefined && replicas > 0 && minAvailable >= replicas;
  if (all || minAvailable === '100%') at.add('minAvailable', minAvailable, stuck);
}
