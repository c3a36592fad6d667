import type { AppRule } from '../../rule';
import { isBuiltIn, nearObjects } from './near-names';
import { replicasOf } from './replicas';
import { RBAC, rightKind } from './right-kind';

const BINDINGS = ['ClusterRoleBinding', 'RoleBinding'];

/** What is made beside that which names it. Other things are normally made elsewhere: a Secret, a class. */
const KINDS = new Map([
  ['Role', { group: RBAC, namers: BINDINGS, harm: 'the binding grants nothing' }],
  ['Service', { group: '', namers: ['StatefulSet'], harm: 'the pods have no names in DNS' }],
]);

export const missingObject: AppRule = {
  code: 'missing-object',
  severity: 'warning',
  on: 'the whole app',
  needs: ['RoleRef', 'StatefulSetSpec.serviceName'],
  summary:
    'A Role that is bound and the Service of a StatefulSet are in the app, if others of their kind are: they are made beside what names them.',
  check(inventory, report) {
    const near = nearObjects(inventory);
    inventory.namings.forEach(({ item, key, reference: { at, field } }) => {
      const { group, namers, harm } = KINDS.get(key.kind) ?? {};
      if (key.group !== group || namers?.includes(item.key.kind) !== true) return;
      // The field was required once; who has one pod only wrote something, mostly its own name.
      if (key.kind === 'Service' && key.name === item.key.name && replicasOf(item) === 1) return;
      // Of a slip misspelt-reference speaks, of the other kind role-kind.
      if (key.kind === 'Role' && rightKind(inventory, item, key.kind, key.name) !== undefined) return;
      if (isBuiltIn(key) || inventory.byName(key).size === 0 || near(key) !== undefined) return;
      report(
        item,
        at.field(field),
        `"${key.name}" is no ${key.kind} of this app, so that ${harm}`,
        'add it, or name one that is there',
      );
    });
  },
};
