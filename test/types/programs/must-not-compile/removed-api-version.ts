import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const report = (chart: Chart) =>
  new KubernetesObject(chart, 'report', {
    // error: Type '"batch/v1beta1"' is not assignable to type '...'.
    apiVersion: 'batch/v1beta1',
    kind: 'CronJob',
  });
