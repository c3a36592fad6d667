import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const ssd = (chart: Chart) =>
  new KubernetesObject(chart, 'ssd', {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    volumeBindingMode: 'WaitForFirstConsumer',
  });
