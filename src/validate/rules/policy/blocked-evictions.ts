import type { IntOrString } from '../../../../imports/kubernetes/types';
import type { Item, Pods } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { autoscaled, replicasOf } from '../whole-app/replicas';

export const blockedEvictions: AppRule = {
  code: 'blocked-evictions',
  severity: 'warning',
  on: 'the whole app',
  needs: ['PodDisruptionBudget'],
  summary: 'A PodDisruptionBudget lets one pod go at a time at least, or no node that runs one can be drained.',
  mirrors: 'pkg/controller/disruption/disruption.go: getExpectedPodCount',
  check(inventory, report) {
    const scaled = autoscaled(inventory);
    // Many budgets may ask for the same pods.
    const counts = new Map<readonly Pods[], number | undefined>();
    for (const item of inventory.ofKind('policy/v1/PodDisruptionBudget')) {
      const { maxUnavailable, minAvailable, selector } = item.object.spec ?? {};
      const fix = 'allow one at a time with maxUnavailable: 1';
      if (isNone(maxUnavailable)) {
        report(
          item,
          ROOT.field('spec').field('maxUnavailable'),
          `is ${maxUnavailable}, so that no pod may ever be evicted`,
          fix,
        );
      } else if (minAvailable !== undefined && !isNone(minAvailable)) {
        const at = ROOT.field('spec').field('minAvailable');
        if (minAvailable === '100%') report(item, at, 'is 100%, so that no pod may ever be evicted', fix);
        else if (selector !== undefined) {
          const pods = inventory.selectedPods(selector, item.key.namespace) ?? [];
          if (!counts.has(pods)) counts.set(pods, countOf(pods, scaled));
          const count = counts.get(pods);
          if (count === undefined || neededOf(minAvailable, count) < count) continue;
          report(
            item,
            at,
            `is ${minAvailable}, of ${count} in all, so that no pod may ever be evicted`,
            'ask for less, or run more replicas',
          );
        }
      }
    }
  },
};

function isNone(value: IntOrString | undefined): boolean {
  return value === 0 || value === '0%';
}

/** How many pods there are to keep, or undefined if that is not in the manifests. */
function countOf(pods: readonly Pods[], scaled: ReadonlyMap<Item, Item>): number | undefined {
  let sum = 0;
  for (const { item } of pods) {
    const count = scaled.has(item) ? undefined : replicasOf(item);
    if (count === undefined) return undefined;
    sum += count;
  }
  return sum === 0 ? undefined : sum;
}

/** A share is rounded up, as the controller does. */
function neededOf(minAvailable: IntOrString, count: number): number {
  if (typeof minAvailable === 'number') return minAvailable;
  return Math.ceil((Number.parseInt(minAvailable, 10) * count) / 100);
}
