import type { AppRule } from '../../rule';
import { nearObjects } from './near-names';
import { rightKind } from './permissions';
import { eachReference } from './references';

/** What is made beside that which names it. Other things are normally made elsewhere: a Secret, a class. */
const KINDS = new Map([
  ['Role', 'a binding to it grants nothing'],
  ['Service', 'nobody can reach it by that name'],
]);

export const missingObject: AppRule = {
  code: 'missing-object',
  severity: 'warning',
  on: 'the whole app',
  summary:
    'A Role that is bound and the Service of a StatefulSet are in the app, if others of their kind are: they are made beside what names them.',
  check(inventory, report) {
    const near = nearObjects(inventory);
    eachReference(inventory, ({ item, at, key }) => {
      const harm = KINDS.get(key.kind);
      if (harm === undefined || item.key.kind === 'Ingress' || inventory.find(key) !== undefined) return;
      // Of a slip misspelt-reference speaks, of the other kind role-kind.
      if (key.kind === 'Role' && rightKind(inventory, item, key.kind, key.name) !== undefined) return;
      if (inventory.namesOf(key).length === 0 || near(key) !== undefined) return;
      report(item, at, `"${key.name}" is no ${key.kind} of this app: ${harm}`, 'add it, or name one that is there');
    });
  },
};
