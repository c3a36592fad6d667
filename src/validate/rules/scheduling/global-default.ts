import type { Item } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';

export const globalDefault: AppRule = {
  code: 'global-default',
  severity: 'warning',
  on: 'the whole app',
  needs: ['PriorityClass.globalDefault'],
  summary: 'One PriorityClass is that of the pods which name none: the server refuses a second.',
  mirrors: 'plugin/pkg/admission/priority/admission.go: Plugin.validatePriorityClass',
  check(inventory, report) {
    let first: Item | undefined;
    for (const item of inventory.ofKind('scheduling.k8s.io/v1/PriorityClass')) {
      // Of a class that is there twice, another rule speaks.
      if (item.object.globalDefault !== true || inventory.find(item.key) !== item) continue;
      if (first === undefined) first = item;
      else {
        const message = `is true, as it is of the PriorityClass "${first.key.name}", and there can be one`;
        report(item, ROOT.field('globalDefault'), message, 'take it away from one of them');
      }
    }
  },
};
