import type { PolicyRule } from '../../../../imports/kubernetes/types';
import { can, cannot, isForbidden } from '../answers';
import { isNotReadyAfter, isReady } from '../evidence';
import { pod, triesUntil } from '../manifests';
import { mistake, type Mistake } from '../mistake';

const RBAC = 'rbac.authorization.k8s.io';
const API = { apiVersion: `${RBAC}/v1` };

/** A Role of one rule. */
function role(name: string, rule: PolicyRule): object {
  return { ...API, kind: 'Role', metadata: { name }, rules: [rule] };
}

/** A ServiceAccount, and what it may do. */
function bound(name: string, namespace: string, ref: { readonly name: string; readonly kind?: string }): object[] {
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } },
    {
      ...API,
      kind: 'RoleBinding',
      metadata: { name },
      roleRef: { apiGroup: RBAC, kind: 'Role', ...ref },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}

const PODS: PolicyRule = { apiGroups: [''], resources: ['pods'], verbs: ['list'] };

/** Permissions that are none. */
export const ACCESS: readonly Mistake[] = [
  mistake({
    name: 'verb',
    code: 'role-verb',
    wrong: 'lists',
    right: 'list',
    manifests: (verb, name, namespace) => [role(name, { ...PODS, verbs: [verb] }), ...bound(name, namespace, { name })],
    fails: cannot('list', 'pods'),
    works: can('list', 'pods'),
  }),
  mistake({
    name: 'api-group',
    code: 'role-resource',
    wrong: '',
    right: 'apps',
    manifests: (group, name, namespace) => [
      role(name, { apiGroups: [group], resources: ['deployments'], verbs: ['list'] }),
      ...bound(name, namespace, { name }),
    ],
    fails: cannot('list', 'deployments.apps'),
    works: can('list', 'deployments.apps'),
  }),
  mistake({
    name: 'singular',
    code: 'role-resource',
    wrong: 'pod',
    right: 'pods',
    manifests: (resource, name, namespace) => [
      role(name, { ...PODS, resources: [resource] }),
      ...bound(name, namespace, { name }),
    ],
    fails: cannot('list', 'pods'),
    works: can('list', 'pods'),
  }),
  mistake({
    name: 'misspelt-role',
    code: 'misspelt-reference',
    wrong: '-raeder',
    right: '-reader',
    manifests: (suffix, name, namespace) => [
      role(`${name}-reader`, PODS),
      ...bound(name, namespace, { name: name + suffix }),
    ],
    fails: cannot('list', 'pods'),
    works: can('list', 'pods'),
  }),
  mistake({
    name: 'no-such-role',
    code: 'missing-object',
    wrong: 'watcher',
    right: 'no-such-role-reader',
    manifests: (ref, name, namespace) => [role('no-such-role-reader', PODS), ...bound(name, namespace, { name: ref })],
    fails: cannot('list', 'pods'),
    works: can('list', 'pods'),
  }),
  mistake({
    name: 'logs',
    code: 'role-subresource',
    wrong: 'pods/logs',
    right: 'pods/log',
    manifests: (resource, name, namespace) => [
      role(name, { ...PODS, resources: [resource], verbs: ['get'] }),
      ...bound(name, namespace, { name }),
    ],
    fails: cannot('get', 'pods', '--subresource=log'),
    works: can('get', 'pods', '--subresource=log'),
  }),
  mistake({
    name: 'nodes-by-role',
    code: 'role-of-cluster',
    wrong: 'nodes',
    right: 'pods',
    manifests: (resource, name, namespace) => [
      role(name, { ...PODS, resources: [resource] }),
      ...bound(name, namespace, { name }),
    ],
    fails: isForbidden('get', 'nodes'),
  }),
  mistake<PolicyRule>({
    name: 'created-by-name',
    code: 'role-resource-names',
    wrong: { apiGroups: [''], resources: ['configmaps'], verbs: ['create'], resourceNames: ['lock'] },
    right: { apiGroups: [''], resources: ['configmaps'], verbs: ['create'] },
    manifests: (rule, name, namespace) => [role(name, rule), ...bound(name, namespace, { name })],
    fails: cannot('create', 'configmaps'),
    works: can('create', 'configmaps'),
  }),
  mistake({
    name: 'role-of-other-kind',
    code: 'role-kind',
    wrong: 'Role',
    right: 'ClusterRole',
    manifests: (kind, name, namespace) => bound(name, namespace, { kind, name: 'view' }),
    fails: cannot('list', 'pods'),
    works: can('list', 'pods'),
  }),
  mistake({
    name: 'account-elsewhere',
    code: 'subject-namespace',
    wrong: 'default',
    right: '',
    manifests: (elsewhere, name, namespace) => [
      role(name, PODS),
      ...bound(name, elsewhere === '' ? namespace : elsewhere, { name }),
    ],
    fails: cannot('list', 'pods'),
    works: can('list', 'pods'),
  }),
  mistake({
    name: 'no-token',
    code: 'unmounted-token',
    wrong: false,
    right: true,
    manifests: (automountServiceAccountToken, name, namespace) => [
      role(name, PODS),
      ...bound(name, namespace, { name }),
      pod(name, triesUntil('test -s /var/run/secrets/kubernetes.io/serviceaccount/token'), {
        serviceAccountName: name,
        automountServiceAccountToken,
      }),
    ],
    fails: isNotReadyAfter(10),
    works: isReady,
  }),
];
