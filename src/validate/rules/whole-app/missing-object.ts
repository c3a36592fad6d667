import { once } from '../../../values/once';
import type { AppRule } from '../../rule';
import { isBuiltIn, nearObjects } from './near-names';
import { operatedNamespaces } from './operated-namespaces';
import { replicasOf } from './replicas';
import { RBAC, rightKind } from './right-kind';

const BINDINGS = ['ClusterRoleBinding', 'RoleBinding'];

/** What is made beside that which names it. Other things are normally made elsewhere: a Secret, a class. */
const EXPECTED: readonly Expected[] = [
  { namers: BINDINGS, group: RBAC, kinds: ['Role'], harm: 'the binding grants nothing' },
  { namers: ['StatefulSet'], group: '', kinds: ['Service'], harm: 'the pods have no names in DNS' },
  { namers: ['Ingress'], group: '', kinds: ['Service'], harm: 'requests for it fail' },
  {
    namers: ['HorizontalPodAutoscaler'],
    group: 'apps',
    kinds: ['Deployment', 'ReplicaSet', 'StatefulSet'],
    harm: 'nothing is scaled',
  },
];

interface Expected {
  readonly namers: readonly string[];
  readonly group: string;
  readonly kinds: readonly string[];
  readonly harm: string;
}

export const missingObject: AppRule = {
  code: 'missing-object',
  severity: 'warning',
  on: 'the whole app',
  needs: [
    'RoleRef',
    'StatefulSetSpec.serviceName',
    'IngressServiceBackend',
    'HorizontalPodAutoscalerSpec',
    'HorizontalPodAutoscalerSpecV1',
  ],
  summary:
    'A Role that is bound, the Services of a StatefulSet and an Ingress, and what an autoscaler scales are in the app, if others of their kind are: they are made beside what names them.',
  check(inventory, report) {
    const near = nearObjects(inventory);
    const operated = once(() => operatedNamespaces(inventory));
    inventory.namings.forEach(({ item, key, reference: { at, field } }) => {
      const expected = EXPECTED.find(
        ({ namers, group, kinds }) => namers.includes(item.key.kind) && key.group === group && kinds.includes(key.kind),
      );
      if (expected === undefined) return;
      // The field was required once; who has one pod only wrote something, mostly its own name.
      if (item.key.kind === 'StatefulSet' && key.name === item.key.name && replicasOf(item) === 1) return;
      // Of a slip misspelt-reference speaks, of the other kind role-kind.
      if (key.kind === 'Role' && rightKind(inventory, item, key.kind, key.name) !== undefined) return;
      if (isBuiltIn(key) || inventory.byName(key).size === 0 || near(key) !== undefined) return;
      if (operated().has(key.namespace)) return;
      report(
        item,
        at.field(field),
        `"${key.name}" is no ${key.kind} of this app, so that ${expected.harm}`,
        'add it, or name one that is there',
      );
    });
  },
};
