import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new KubernetesObject(chart, 'orders', {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    spec: {
      selector: { matchLabels: { app: 'orders' } },
      // error: 'strategy' does not exist in type 'StatefulSetSpec'.
      strategy: { type: 'Recreate' },
      template: { spec: { containers: [{ name: 'orders', image: 'postgres:16.4' }] } },
    },
  });
