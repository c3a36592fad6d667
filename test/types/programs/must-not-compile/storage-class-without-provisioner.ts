import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const ssd = (chart: Chart) =>
  // error: Property 'provisioner' is missing in type '...' but required in type 'StorageClass'.
  new KubernetesObject(chart, 'ssd', {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
