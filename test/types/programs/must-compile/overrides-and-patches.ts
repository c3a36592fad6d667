import { JsonPatch, Testing } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const chart = Testing.chart();

const orders = new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  replicas: 2,
  storage: { mountPath: '/data', size: '20Gi' },
  config: { mountPath: '/etc/postgresql', files: { 'postgresql.conf': '' } },
  overrides: {
    statefulSet: {
      metadata: { labels: { tier: 'gold' } },
      spec: {
        template: {
          spec: {
            containers: [{ name: 'orders', tty: true, env: [{ name: 'TZ', value: 'UTC' }], workingDir: null }],
            volumes: [{ name: 'tmp', emptyDir: { sizeLimit: '1Gi' } }],
            hostname: 'orders',
            tolerations: [{ operator: 'Exists' }],
          },
        },
        volumeClaimTemplates: [{ metadata: { name: 'data' }, spec: { volumeMode: 'Block' } }],
      },
    },
    service: { spec: { type: 'NodePort', ports: [{ name: 'db', nodePort: 30432 }] } },
    headlessService: { spec: { publishNotReadyAddresses: null } },
    podDisruptionBudget: { spec: { unhealthyPodEvictionPolicy: 'IfHealthyBudget' } },
    networkPolicy: { spec: { policyTypes: ['Ingress'] } },
    configMap: { immutable: true },
    serviceAccount: { metadata: { annotations: { a: 'b' } } },
  },
});

orders.statefulSet.addJsonPatch(JsonPatch.replace('/spec/replicas', 5));
orders.service?.addJsonPatch(JsonPatch.add('/spec/sessionAffinity', 'ClientIP'));
