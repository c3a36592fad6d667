import type { Chart } from 'cdk8s';
import { KubernetesObject } from 'cdk8s-workloads';

export const shop = (chart: Chart) =>
  // error: Type '"StatefullSet"' is not assignable to type '...'. Did you mean '"StatefulSet"'?
  new KubernetesObject(chart, 'shop', { apiVersion: 'apps/v1', kind: 'StatefullSet' });
