import type { LabelSelector } from '../../../../imports/kubernetes/types';
import type { Inventory, Item } from '../../inventory';
import { type Path, ROOT } from '../../path';
import type { AppReport, AppRule } from '../../rule';

export const selectsNothing: AppRule = {
  code: 'selects-nothing',
  severity: 'warning',
  on: 'the whole app',
  summary: 'A Service, PodDisruptionBudget or NetworkPolicy selects pods of the app, if it has any in that namespace.',
  check(inventory, report) {
    for (const item of inventory.ofKind('v1/Service')) {
      const { selector, type } = item.object.spec ?? {};
      if (selector === undefined || type === 'ExternalName') continue;
      checkSelector(inventory, item, { matchLabels: selector }, ROOT.field('spec').field('selector'), report);
    }
    for (const item of inventory.ofKind('policy/v1/PodDisruptionBudget')) {
      const at = ROOT.field('spec').field('selector');
      const { selector } = item.object.spec ?? {};
      if (selector === undefined) {
        const fix = 'give it the labels of the pods that it protects';
        report(item, at, 'is missing, so that it protects no pod', fix);
      } else checkSelector(inventory, item, selector, at, report);
    }
    for (const item of inventory.ofKind('networking.k8s.io/v1/NetworkPolicy')) {
      const { podSelector } = item.object.spec ?? {};
      if (podSelector !== undefined) {
        checkSelector(inventory, item, podSelector, ROOT.field('spec').field('podSelector'), report);
      }
    }
  },
};

function checkSelector(inventory: Inventory, item: Item, selector: LabelSelector, at: Path, report: AppReport): void {
  const { matchLabels = {}, matchExpressions = [] } = selector;
  if (Object.keys(matchLabels).length === 0 && matchExpressions.length === 0) return;
  const { namespace } = item.key;
  if (inventory.selectedPods(selector, namespace)?.length !== 0) return;
  const others = inventory.selectedPods({}, namespace) ?? [];
  if (others.length === 0 || others.length > MOST || madeByOperator(inventory, namespace)) return;
  report(item, at, 'matches no pod of this app', 'give it labels that a pod template of the app has');
}

/** Beyond, somebody who runs many apps from one set is likely to leave one out. */
const MOST = Infinity;

function madeByOperator(_inventory: Inventory, _namespace: string | undefined): boolean {
  return false;
}
