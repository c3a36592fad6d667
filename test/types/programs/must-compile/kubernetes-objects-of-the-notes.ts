import { Testing } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const chart = Testing.chart();

new KubernetesObject(chart, 'frontend', {
  apiVersion: 'apps/v1',
  kind: 'ReplicaSet',
  spec: {
    replicas: 3,
    selector: { matchLabels: { tier: 'frontend' } },
    template: {
      metadata: { labels: { tier: 'frontend' } },
      spec: { containers: [{ name: 'php-redis', image: 'gcr.io/google_samples/gb-frontend:v3' }] },
    },
  },
});
new KubernetesObject(chart, 'test-ingress', {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' } },
  spec: {
    rules: [
      {
        http: {
          paths: [{ path: '/test', pathType: 'Prefix', backend: { service: { name: 'test', port: { number: 80 } } } }],
        },
      },
    ],
  },
});
new KubernetesObject(chart, 'ssd', {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  provisioner: 'ebs.csi.aws.com',
  parameters: { type: 'gp3' },
  reclaimPolicy: 'Retain',
  volumeBindingMode: 'WaitForFirstConsumer',
});
