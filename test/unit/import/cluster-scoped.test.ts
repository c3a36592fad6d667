import { isClusterScoped } from '../../../src/manifest/kubernetes';

describe('isClusterScoped()', () => {
  it.each([
    ['v1', 'Namespace'],
    ['v1', 'Node'],
    ['v1', 'PersistentVolume'],
    ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
    ['networking.k8s.io/v1', 'IngressClass'],
    ['node.k8s.io/v1', 'RuntimeClass'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRole'],
    ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
    ['scheduling.k8s.io/v1', 'PriorityClass'],
    ['storage.k8s.io/v1', 'StorageClass'],
    ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ])('is true for %s %s', (apiVersion, kind) => {
    expect(isClusterScoped(apiVersion, kind)).toBe(true);
  });

  it.each([
    ['v1', 'Pod'],
    ['v1', 'PersistentVolumeClaim'],
    ['apps/v1', 'StatefulSet'],
    ['networking.k8s.io/v1', 'Ingress'],
    ['rbac.authorization.k8s.io/v1', 'Role'],
    ['coordination.k8s.io/v1', 'Lease'],
    ['example.com/v1', 'Namespace'],
  ])('is false for %s %s', (apiVersion, kind) => {
    expect(isClusterScoped(apiVersion, kind)).toBe(false);
  });
});
