import { Testing } from 'cdk8s';
import { BatchJob, type Privilege } from 'cdk8s-workloads';

export const chart = Testing.chart();
const privilege: Privilege = { reason: 'sets up routes', capabilities: ['NET_ADMIN'], allowPrivilegeEscalation: true };

new BatchJob(chart, 'routes', {
  image: 'ghcr.io/shop/routes:1.0.0',
  user: 0,
  privilege: { ...privilege, root: true },
  sidecars: {
    nginx: {
      image: 'nginx:1.29.3',
      privilege: { reason: 'becomes nginx', root: true, capabilities: 'runtime-default' },
    },
  },
  securityContext: {
    readOnlyRootFilesystem: false,
    seccompProfile: { type: 'Localhost', localhostProfile: 'routes.json' },
    appArmorProfile: { type: 'RuntimeDefault' },
    seLinuxOptions: { level: 's0:c123' },
  },
  podSecurityContext: {
    supplementalGroups: [2000],
    supplementalGroupsPolicy: 'Strict',
    sysctls: [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }],
  },
});
