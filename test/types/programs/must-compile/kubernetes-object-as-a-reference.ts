import { ApiObject, Testing } from 'cdk8s';
import { BatchJob, KubernetesObject } from 'cdk8s-workloads';

export const chart = Testing.chart();
const secret = new KubernetesObject(chart, 'api', { apiVersion: 'v1', kind: 'Secret', stringData: { token: 'x' } });
const config = new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } });

new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  env: { TOKEN: { secretKeyRef: { name: secret, key: 'token' } } },
  envFrom: [{ configMapRef: { name: config } }],
});
