import { Testing } from 'cdk8s';
import { BatchJob, type Env } from 'cdk8s-workloads';

export const chart = Testing.chart();

const env: Env = {
  PLAIN: 'text',
  FROM_OUTSIDE: process.env.STAGE ?? 'dev',
  SECRET: { secretKeyRef: { name: 'api', key: 'token', optional: true } },
  CONFIG: { configMapKeyRef: { name: 'api', key: 'level' } },
  POD_NAME: { fieldRef: { fieldPath: 'metadata.name' } },
  TEAM: { fieldRef: { fieldPath: "metadata.labels['team']" } },
  POD_IP: { fieldRef: { fieldPath: 'status.podIP', apiVersion: 'v1' } },
  MEMORY: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } },
};

new BatchJob(chart, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  env,
  envFrom: [{ secretRef: { name: 'api', optional: true }, prefix: 'API_' }, { configMapRef: { name: 'settings' } }],
  podLabels: { team: 'shop' },
  resources: { limits: { memory: '64Mi' } },
});
