import { Chart, Testing } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

new KubernetesObject(chart, 'shop', { apiVersion: 'v1', kind: 'Namespace', metadata: { labels: { team: 'shop' } } });
new KubernetesObject(chart, 'important', { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 1000 });
new KubernetesObject(chart, 'reader', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get', 'list'] }],
});
new KubernetesObject(chart, 'readers', {
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRoleBinding',
  roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reader' },
  subjects: [{ kind: 'ServiceAccount', name: 'api', namespace: 'shop' }],
});
new KubernetesObject(chart, 'redises', {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'redises.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Redis', plural: 'redises' },
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object' } } } },
      },
    ],
  },
});
