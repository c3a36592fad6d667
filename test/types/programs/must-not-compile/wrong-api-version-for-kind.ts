import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const ssd = (chart: Chart) =>
  // error: Type '"StorageClass"' is not assignable to type '...'.
  new KubernetesObject(chart, 'ssd', { apiVersion: 'v1', kind: 'StorageClass', provisioner: 'ebs.csi.aws.com' });
