import type { LabelSelector } from '../../../../imports/kubernetes/types';
import type { Inventory, Item } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { matchesSelector } from '../../selector';

export const overlappingSelectors: AppRule = {
  code: 'overlapping-selectors',
  severity: 'warning',
  on: 'the whole app',
  summary:
    "The selector of a workload matches its own pods and no other workload's, because a controller counts and scales all that it matches.",
  check(inventory, report) {
    const byIndex = new Map(workloads(inventory).map((workload) => [workload.item.index, workload]));
    for (const { item, selector, labels } of byIndex.values()) {
      const pods = inventory.selectedPods(selector, item.key.namespace) ?? [];
      const other = pods.find((each) => byIndex.has(each.item.index) && each.item !== item);
      if (other === undefined) continue;
      const its = byIndex.get(other.item.index)?.selector;
      const isMutual = its !== undefined && matchesSelector(its, labels);
      // Of two that match each other's pods, the later one is wrong.
      if (isMutual && other.item.index > item.index) continue;
      const { kind, name } = other.item.key;
      const message = `matches the pods of the ${kind} "${name}", too`;
      report(
        item,
        ROOT.field('spec').field('selector'),
        message,
        'give each its own label, in the selector and in the template',
      );
    }
  },
};

interface Workload {
  readonly item: Item;
  readonly selector: LabelSelector;
  readonly labels: Readonly<Record<string, string>> | undefined;
}

const KINDS = ['apps/v1/DaemonSet', 'apps/v1/Deployment', 'apps/v1/ReplicaSet', 'apps/v1/StatefulSet'] as const;

/** Of objects with one name only the first: that there are several is another rule's. */
function workloads(inventory: Inventory): readonly Workload[] {
  return KINDS.flatMap((kind) =>
    inventory.ofKind(kind).flatMap((item) => {
      const selector = item.object.spec?.selector;
      const labels = item.object.spec?.template?.metadata?.labels;
      return selector === undefined || inventory.find(item.key) !== item ? [] : [{ item, selector, labels }];
    }),
  );
}
