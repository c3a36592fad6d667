import type { Item } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';

export const overlappingBudgets: AppRule = {
  code: 'overlapping-budgets',
  severity: 'warning',
  on: 'the whole app',
  needs: ['PodDisruptionBudget'],
  summary: 'A pod has one PodDisruptionBudget, because with two it cannot be evicted, and its node not be drained.',
  mirrors: 'pkg/registry/core/pod/storage/eviction.go: Create',
  check(inventory, report) {
    // By the index of the object that makes the pods: each makes one sort of them.
    const owners = new Map<number, Item>();
    for (const item of inventory.ofKind('policy/v1/PodDisruptionBudget')) {
      const { selector } = item.object.spec ?? {};
      if (selector === undefined) continue;
      for (const pods of inventory.selectedPods(selector, item.key.namespace) ?? []) {
        const other = owners.get(pods.item.index);
        if (other === undefined) owners.set(pods.item.index, item);
        if (other === undefined || other.key.name === item.key.name) continue;
        const { kind, name } = pods.item.key;
        const message = `matches the pods of the ${kind} "${name}", as the PodDisruptionBudget "${other.key.name}" does`;
        report(item, ROOT.field('spec').field('selector'), message, 'keep one of them for these pods');
        break;
      }
    }
  },
};

export const uncountedPods: AppRule = {
  code: 'uncounted-pods',
  severity: 'warning',
  on: 'the whole app',
  needs: ['PodDisruptionBudget'],
  summary:
    'A PodDisruptionBudget for pods that have no replicas says how many stay, as a number, because a share and maxUnavailable are counted from the replicas: none may go otherwise.',
  mirrors: 'pkg/controller/disruption/disruption.go: getExpectedScale',
  check(inventory, report) {
    for (const item of inventory.ofKind('policy/v1/PodDisruptionBudget')) {
      const { maxUnavailable, minAvailable, selector } = item.object.spec ?? {};
      const field = maxUnavailable !== undefined ? 'maxUnavailable' : 'minAvailable';
      const isShare = maxUnavailable !== undefined || typeof minAvailable === 'string';
      // None at all is another rule's.
      if (!isShare || selector === undefined || /^0%?$/.test(String(maxUnavailable))) continue;
      const pods = inventory.selectedPods(selector, item.key.namespace) ?? [];
      const job = pods.find(({ item: { key } }) => UNSCALED.has(key.kind));
      const alone = pods.length > 0 && pods.every(({ item: { key } }) => key.kind === 'Pod') ? pods[0] : undefined;
      const owner = job ?? alone;
      if (owner === undefined) continue;
      const { kind, name } = owner.item.key;
      const value = maxUnavailable ?? minAvailable;
      const message = `is ${value}, which is counted from replicas, and the pods of the ${kind} "${name}" have none`;
      report(item, ROOT.field('spec').field(field), message, 'write minAvailable with a number instead');
    }
  },
};

const UNSCALED = new Set(['CronJob', 'DaemonSet', 'Job']);
