import { Chart, Testing } from 'cdk8s';
import { NodeAgent } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'kube-system', { namespace: 'kube-system' });

new NodeAgent(chart, 'dns', {
  image: 'coredns/coredns:1.11.3',
  ports: { dns: { containerPort: 5353, protocol: 'UDP' } },
  host: { reason: 'answers at the address of its node', ports: { dns: 53 } },
  permissions: {
    cluster: [{ apiGroups: [''], resources: ['pods', 'services'], verbs: ['list', 'watch'] }],
    namespace: [{ apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'update'] }],
  },
  tolerations: [{ key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' }],
  updateStrategy: { type: 'OnDelete' },
  networkPolicy: false,
});
