import { Testing } from 'cdk8s';
import { StatefulDatabase, type Scheduling } from 'cdk8s-workloads';

export const chart = Testing.chart();
const scheduling: Scheduling = {
  nodeSelector: { disk: 'ssd' },
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['a', 'b'] }] }],
      },
    },
  },
  tolerations: [{ operator: 'Exists' }, { key: 'spot', value: 'yes', effect: 'NoExecute', tolerationSeconds: 60 }],
  topologySpreadConstraints: [
    { topologyKey: 'topology.kubernetes.io/zone', maxSkew: 1, whenUnsatisfiable: 'DoNotSchedule' },
  ],
  priorityClassName: 'important',
  runtimeClassName: 'gvisor',
  schedulerName: 'my-scheduler',
};

new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, replicas: 3, ...scheduling });
