import { Chart, Testing } from 'cdk8s';
import { type k8s, WebService } from 'cdk8s-workloads';

// What a team shares between its workloads has a type to be written with.
const dedicated: readonly k8s.Toleration[] = [{ key: 'dedicated', operator: 'Exists', effect: 'NoSchedule' }];
const reads: k8s.PolicyRule = { apiGroups: [''], resources: ['configmaps'], verbs: ['get', 'watch'] };
const perZone: k8s.TopologySpreadConstraint = {
  maxSkew: 1,
  topologyKey: 'topology.kubernetes.io/zone',
  whenUnsatisfiable: 'DoNotSchedule',
  labelSelector: { matchLabels: { app: 'hello' } },
};

export const chart = new Chart(Testing.app(), 'shop');
new WebService(chart, 'hello', {
  image: 'ghcr.io/example/hello:1.4.2',
  port: 8080,
  tolerations: dedicated,
  permissions: { namespace: [reads] },
  topologySpreadConstraints: [perZone],
});
