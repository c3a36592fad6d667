import type { AppRule } from '../../rule';
import { nearObjects } from './near-names';
import { eachReference } from './references';
import { replicasOf } from './replicas';
import { rightKind } from './right-kind';

/** What is made beside that which names it. Other things are normally made elsewhere: a Secret, a class. */
const KINDS = new Map([
  ['Role', 'the binding grants nothing'],
  ['Service', 'the pods have no names in DNS'],
]);

export const missingObject: AppRule = {
  code: 'missing-object',
  severity: 'warning',
  on: 'the whole app',
  needs: ['Role', 'Service'],
  summary:
    'A Role that is bound and the Service of a StatefulSet are in the app, if others of their kind are: they are made beside what names them.',
  check(inventory, report) {
    const near = nearObjects(inventory);
    eachReference(inventory, ({ item, key, reference: { at, field } }) => {
      const harm = KINDS.get(key.kind);
      if (harm === undefined || item.key.kind === 'Ingress') return;
      // The field was required once; who has one pod only wrote something, mostly its own name.
      if (key.kind === 'Service' && key.name === item.key.name && replicasOf(item) === 1) return;
      // Of a slip misspelt-reference speaks, of the other kind role-kind.
      if (key.kind === 'Role' && rightKind(inventory, item, key.kind, key.name) !== undefined) return;
      if (inventory.byName(key).size === 0 || near(key) !== undefined) return;
      report(
        item,
        at.field(field),
        `"${key.name}" is no ${key.kind} of this app, so that ${harm}`,
        'add it, or name one that is there',
      );
    });
  },
};
