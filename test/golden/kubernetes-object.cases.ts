import { KubernetesObject } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

export const kubernetesObject: GoldenCases = {
  'storage-class-of-the-whole-cluster': (chart) =>
    new KubernetesObject(chart, 'ssd', {
      apiVersion: 'storage.k8s.io/v1',
      kind: 'StorageClass',
      provisioner: 'ebs.csi.aws.com',
      volumeBindingMode: 'WaitForFirstConsumer',
    }),

  'replica-set': (chart) =>
    new KubernetesObject(chart, 'myreplicaset', {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      spec: {
        replicas: 2,
        selector: { matchLabels: { run: 'nginx-rs' } },
        template: {
          metadata: { labels: { run: 'nginx-rs' } },
          spec: { containers: [{ name: 'nginx', image: 'nginx:1.29.3' }] },
        },
      },
    }),

  'in-another-namespace': (chart) =>
    new KubernetesObject(chart, 'quota', {
      apiVersion: 'v1',
      kind: 'ResourceQuota',
      metadata: { name: 'pods', namespace: 'reporting', labels: { team: 'finance' } },
      spec: { hard: { pods: 20 } },
    }),
};
