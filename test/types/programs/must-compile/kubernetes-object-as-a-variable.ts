import { Testing } from 'cdk8s';
import { KubernetesObject, type KubernetesManifest } from 'cdk8s-workloads';

export const chart = Testing.chart();
const manifests: Record<string, KubernetesManifest> = {
  settings: { apiVersion: 'v1', kind: 'ConfigMap', data: { level: 'debug' } },
  claim: {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: `${2 ** 3}Gi` } } },
  },
  pod: { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'main', image: 'nginx:1.27.1' }] } },
  quota: { apiVersion: 'v1', kind: 'ResourceQuota', spec: { hard: { pods: 10, 'requests.cpu': '4' } } },
};

for (const [id, manifest] of Object.entries(manifests)) new KubernetesObject(chart, id, manifest);
