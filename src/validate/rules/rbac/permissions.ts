import type { ServiceAccount } from '../../../../imports/kubernetes/types';
import type { Inventory, Pods } from '../../inventory';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';
import { keyBeside } from '../../key-beside';
import { RBAC, rightKind } from '../whole-app/right-kind';

const BINDINGS = [`${RBAC}/v1/RoleBinding`, `${RBAC}/v1/ClusterRoleBinding`] as const;

export const roleKind: AppRule = {
  code: 'role-kind',
  severity: 'warning',
  on: 'the whole app',
  needs: ['RoleBinding'],
  summary: 'A binding names its role with the right kind: a Role and a ClusterRole of one name are two things.',
  mirrors: 'pkg/registry/rbac/validation/rule.go: GetRoleReferenceRules',
  check(inventory, report) {
    for (const item of inventory.ofKind(BINDINGS[0])) {
      const { kind, name } = item.object.roleRef;
      const right = rightKind(inventory, item, kind, name);
      if (right === undefined) continue;
      report(item, ROOT.field('roleRef').field('kind'), `"${name}" is no ${kind}, but a ${right}`, `write "${right}"`);
    }
  },
};

export const subjectNamespace: AppRule = {
  code: 'subject-namespace',
  severity: 'warning',
  on: 'the whole app',
  needs: ['RoleBinding'],
  summary: 'A ServiceAccount that a binding names is in the namespace that it says, or the permissions are for nobody.',
  mirrors: 'pkg/registry/rbac/validation/rule.go: appliesToUser',
  check(inventory, report) {
    for (const item of inventory.ofKind(BINDINGS[0])) {
      const { namespace } = item.key;
      if (namespace === undefined) continue;
      item.object.subjects?.forEach(({ kind, name, namespace: place }, index) => {
        if (kind !== 'ServiceAccount' || place === undefined || place === namespace || name === 'default') return;
        if (inventory.find({ group: '', kind: 'ServiceAccount', namespace: place, name }) !== undefined) return;
        if (inventory.find(keyBeside(item, '', 'ServiceAccount', name)) === undefined) return;
        const at = ROOT.field('subjects').item(index).field('namespace');
        report(item, at, `"${place}" has no ServiceAccount "${name}", but "${namespace}" has`, `write "${namespace}"`);
      });
    }
  },
};

export const unmountedToken: AppRule = {
  code: 'unmounted-token',
  severity: 'warning',
  on: 'the whole app',
  needs: ['RoleBinding', 'ClusterRoleBinding'],
  summary: 'A pod whose ServiceAccount has permissions has its token, too, or it cannot use them.',
  mirrors: 'plugin/pkg/admission/serviceaccount/admission.go: shouldAutomount',
  check(inventory, report) {
    const bound = new Set(boundAccounts(inventory));
    if (bound.size === 0) return;
    const mounted = new Set<string>();
    const bare = new Map<string, Pods>();
    for (const pods of inventory.pods) {
      const { serviceAccountName: name = '' } = pods.template.spec ?? {};
      const key = accountId(name, pods.item.key.namespace);
      if (name === '' || !bound.has(key)) continue;
      if (hasToken(inventory, pods, name)) mounted.add(key);
      else if (!bare.has(key)) bare.set(key, pods);
    }
    for (const [key, { item, at, template }] of bare) {
      if (mounted.has(key)) continue;
      const message = `is false, and the ServiceAccount "${template.spec?.serviceAccountName}" has permissions`;
      const isOwn = template.spec?.automountServiceAccountToken !== undefined;
      const place = at.field('spec').field(isOwn ? 'automountServiceAccountToken' : 'serviceAccountName');
      const said = isOwn ? message : 'has permissions, and says that its token is not mounted';
      report(item, place, said, 'write automountServiceAccountToken: true, or take the binding away');
    }
  },
};

function boundAccounts(inventory: Inventory): readonly string[] {
  return BINDINGS.flatMap((kind) =>
    inventory
      .ofKind(kind)
      .flatMap(({ object, key }) =>
        (object.subjects ?? [])
          .filter((subject) => subject.kind === 'ServiceAccount')
          .map((subject) => accountId(subject.name, subject.namespace ?? key.namespace)),
      ),
  );
}

function accountId(name: string, namespace: string | undefined): string {
  return `${namespace ?? ''}/${name}`;
}

function hasToken(inventory: Inventory, { item, template: { spec } }: Pods, name: string): boolean {
  if (spec?.volumes?.some(({ projected }) => projected?.sources?.some((source) => source.serviceAccountToken))) {
    return true;
  }
  const account = inventory.find(keyBeside(item, '', 'ServiceAccount', name));
  const ofAccount = account?.isSound ? (account.object as ServiceAccount).automountServiceAccountToken : undefined;
  return spec?.automountServiceAccountToken ?? ofAccount ?? true;
}
