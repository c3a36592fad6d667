import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const web = (chart: Chart) =>
  new KubernetesObject(chart, 'web', {
    apiVersion: 'v1',
    kind: 'Service',
    // error: 'clusterIp' does not exist in type 'ServiceSpec'. Did you mean to write 'clusterIP'?
    spec: { clusterIp: 'None', selector: { app: 'web' } },
  });
