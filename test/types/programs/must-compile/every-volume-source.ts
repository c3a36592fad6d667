import { Testing } from 'cdk8s';
import { BatchJob, type Mounts, type Volumes } from 'cdk8s-workloads';

export const chart = Testing.chart();

const mounts: Mounts = {
  '/empty': { emptyDir: { medium: 'Memory', sizeLimit: '64Mi' } },
  '/config': { configMap: { name: 'settings', items: [{ key: 'a', path: 'a.conf', mode: 0o400 }] }, readOnly: true },
  '/config/one.conf': { configMap: { name: 'settings', optional: true }, subPath: 'one.conf' },
  '/tls': { secret: { secretName: 'tls', defaultMode: 0o400 } },
  '/projected': {
    projected: {
      sources: [
        { serviceAccountToken: { path: 'token', audience: 'vault', expirationSeconds: 3600 } },
        { configMap: { name: 'ca' } },
        { downwardAPI: { items: [{ path: 'labels', fieldRef: { fieldPath: 'metadata.labels' } }] } },
      ],
    },
  },
  '/me': { downwardAPI: { items: [{ path: 'name', fieldRef: { fieldPath: 'metadata.name' } }] } },
  '/claim': {
    persistentVolumeClaim: { claimName: 'dumps', readOnly: true },
    recursiveReadOnly: 'IfPossible',
    readOnly: true,
  },
  '/scratch': {
    ephemeral: {
      volumeClaimTemplate: { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
    },
  },
  '/vault': { csi: { driver: 'secrets-store.csi.k8s.io', readOnly: true, volumeAttributes: { provider: 'vault' } } },
  '/nfs': { nfs: { server: 'nas.example.com', path: '/export' }, mountPropagation: 'HostToContainer' },
  '/model': { image: { reference: 'ghcr.io/shop/model:1.0.0', pullPolicy: 'IfNotPresent' } },
  '/logs': { volume: 'shared', subPathExpr: '$(POD_NAME)' },
};
const volumes: Volumes = { shared: { emptyDir: {} } };

new BatchJob(chart, 'everything', {
  image: 'ghcr.io/shop/api:2.3.1',
  env: { POD_NAME: { fieldRef: { fieldPath: 'metadata.name' } } },
  mounts,
  volumes,
});
