import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const reader = (chart: Chart) =>
  new KubernetesObject(chart, 'reader', {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    // error: Property 'verbs' is missing in type '...' but required in type 'PolicyRule'.
    rules: [{ apiGroups: [''], resources: ['pods'] }],
  });
