import type { PodDisruptionBudget } from '../manifest/kubernetes';
import { intOrPercentProblem, type IntOrPercent } from '../manifest/percent';
import type { Problems } from '../manifest/problem';
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

export function checkDisruptionBudget(problems: Problems, budget: DisruptionBudget | false | undefined): void {
  if (budget === undefined || budget === false) return;
  const at = problems.at('podDisruptionBudget');
  at.check('maxUnavailable', budget.maxUnavailable, intOrPercentProblem);
  at.check('minAvailable', budget.minAvailable, intOrPercentProblem);
  if ((budget.maxUnavailable === undefined) === (budget.minAvailable === undefined)) {
    at.add('', undefined, 'needs one of maxUnavailable and minAvailable');
  }
  if (budget.maxUnavailable === 0 || budget.maxUnavailable === '0%' || budget.minAvailable === '100%') {
    at.add('', undefined, 'lets no pod go, and so no node be drained: allow one');
  }
}
