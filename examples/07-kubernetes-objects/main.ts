// Every other kind, in Kubernetes' own words, typed by apiVersion and kind.
import { Chart } from 'cdk8s';
import { App, KubernetesObject } from 'cdk8s-workloads';

const app = new App();
const chart = new Chart(app, 'kubernetes-objects', { namespace: 'objects' });

new KubernetesObject(chart, 'objects', {
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'baseline' } },
});

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
});

// A class of the whole cluster: the chart's namespace does not land on it.
new KubernetesObject(chart, 'ssd', {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  provisioner: 'ebs.csi.aws.com',
  volumeBindingMode: 'WaitForFirstConsumer',
});

new KubernetesObject(chart, 'curlpod', {
  apiVersion: 'v1',
  kind: 'Pod',
  spec: {
    containers: [{ name: 'curl', image: 'docker.io/curlimages/curl:7.86.0', command: ['sleep', 'infinity'] }],
    restartPolicy: 'Always',
  },
});

new KubernetesObject(chart, 'nginx-ing', {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/' } },
  spec: {
    ingressClassName: 'nginx',
    rules: [
      {
        host: 'localhost',
        http: {
          paths: [
            { path: '/testpath', pathType: 'Prefix', backend: { service: { name: 'nginx', port: { number: 80 } } } },
          ],
        },
      },
    ],
  },
});

app.synth();
