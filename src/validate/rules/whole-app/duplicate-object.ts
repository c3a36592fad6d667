import { ROOT } from '../../path';
import type { AppRule } from '../../rule';

export const duplicateObject: AppRule = {
  code: 'duplicate-object',
  severity: 'warning',
  on: 'the whole app',
  summary: 'An object is there once, because of two with one key the second silently overwrites the first.',
  check(inventory, report) {
    for (const { item } of inventory.duplicates) {
      if (item.key.name === '' || item.object.metadata?.generateName !== undefined) continue;
      const message = `"${item.key.name}" is the name of an earlier ${item.key.kind}`;
      report(item, ROOT.field('metadata').field('name'), message, 'rename one of them, or take it away');
    }
  },
};
