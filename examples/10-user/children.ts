import { Chart } from 'cdk8s';
import { App, KubernetesObject, type Manifest, type Permissions } from 'cdk8s-workloads';
import type { ObjectOf } from 'cdk8s-workloads/custom-resource';
import type { User } from './user';

type Group = ObjectOf<typeof User>['spec']['group'];

const LOOK = {
  apiGroups: ['', 'apps', 'batch'],
  resources: [
    'pods',
    'pods/log',
    'services',
    'events',
    'deployments',
    'statefulsets',
    'daemonsets',
    'jobs',
    'cronjobs',
  ],
  verbs: ['get', 'list', 'watch'],
};

// Nobody may read Secrets, which have the tokens of the others, nor start a pod of their own, which could mount them.
const RIGHTS: Readonly<Record<Group, Permissions['namespace']>> = {
  test: [LOOK],
  sre: [
    LOOK,
    { apiGroups: [''], resources: ['pods'], verbs: ['delete'] },
    { apiGroups: [''], resources: ['pods/exec'], verbs: ['create', 'get'] },
    { apiGroups: ['apps'], resources: ['deployments/scale', 'statefulsets/scale'], verbs: ['get', 'patch', 'update'] },
  ],
};

/**
 * What the controller of Users will own for one of them: a namespace, which it shares with the others of its group, and in it an account
 * with a token and the rights of the group.
 */
export function children({ metadata: { name }, spec: { group } }: ObjectOf<typeof User>): readonly Manifest[] {
  const app = new App();
  const namespace = `kiamol-ch20-authn-${group}`;
  const chart = new Chart(app, 'user', { namespace, labels: { 'ch20.kiamol.net/group': group } });
  // The namespace has no label of one user: it is the same for all of them, whoever comes first.
  const home = new KubernetesObject(chart, namespace, { apiVersion: 'v1', kind: 'Namespace' });

  const labels = { 'ch20.kiamol.net/user': name };
  const account = new KubernetesObject(chart, 'account', {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, labels },
    automountServiceAccountToken: false,
  });
  const token = new KubernetesObject(chart, 'token', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: `${name}-token`, labels, annotations: { 'kubernetes.io/service-account.name': account.name } },
    type: 'kubernetes.io/service-account-token', // Kubernetes writes the token into it
  });
  const role = new KubernetesObject(chart, 'role', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name, labels },
    rules: RIGHTS[group],
  });
  const binding = new KubernetesObject(chart, 'binding', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name, labels },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: role.name },
    subjects: [{ kind: 'ServiceAccount', name: account.name, namespace }],
  });

  // A namespace comes before what is in it, and Kubernetes removes a token whose account is not there.
  for (const each of [account, role]) each.addDependency(home);
  token.addDependency(account);
  binding.addDependency(account, role);
  return app.manifests();
}
