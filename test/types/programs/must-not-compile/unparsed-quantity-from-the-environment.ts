import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: Type 'string' is not assignable to type 'Quantity'.
    storage: { mountPath: '/data', size: process.env.SIZE ?? '20Gi' },
  });
