import { Testing } from 'cdk8s';
import { StatefulDatabase, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();
const production = process.env.STAGE === 'production';

new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  replicas: production ? 3 : 1,
  storage: production ? { mountPath: '/data', size: '200Gi', storageClassName: 'ssd' } : undefined,
  ...(production && { priorityClassName: 'important' }),
  mounts: { ...(!production && { '/data': { emptyDir: {} } }) },
});
new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  env: { ...(production ? { STAGE: 'production' } : {}) },
  ...(production ? { scale: { minReplicas: 2, maxReplicas: 9, cpuUtilization: 70 } } : { replicas: 1 }),
  resources: { requests: { cpu: '100m' } },
});
