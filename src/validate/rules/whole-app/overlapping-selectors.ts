import type { LabelSelector } from '../../../../imports/kubernetes/types';
import type { Inventory, Item, Pods } from '../../inventory';
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
    const byItem = new Map(workloads(inventory).map((workload) => [workload.item, workload]));
    const selected = rememberSelected(inventory);
    for (const { item, selector, labels } of byItem.values()) {
      const other = selected(selector, item.key.namespace).find((pods) => pods.item !== item && byItem.has(pods.item));
      if (other === undefined) continue;
      const its = byItem.get(other.item)?.selector;
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

function workloads(inventory: Inventory): readonly Workload[] {
  return KINDS.flatMap((kind) =>
    inventory.ofKind(kind).flatMap((item) => {
      const selector = item.object.spec?.selector;
      const labels = item.object.spec?.template?.metadata?.labels;
      return selector === undefined ? [] : [{ item, selector, labels }];
    }),
  );
}

/** Many workloads with one selector ask for the same pods. */
function rememberSelected(inventory: Inventory): (selector: LabelSelector, namespace?: string) => readonly Pods[] {
  const found = new Map<string, readonly Pods[]>();
  return (selector, namespace) => {
    const key = `${namespace ?? ''}/${JSON.stringify(selector)}`;
    const pods = found.get(key) ?? inventory.selectedPods(selector, namespace) ?? [];
    found.set(key, pods);
    return pods;
  };
}
