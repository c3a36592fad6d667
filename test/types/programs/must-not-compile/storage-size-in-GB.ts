import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: Type '"10GB"' is not assignable to type 'Quantity'.
    storage: { mountPath: '/var/lib/postgresql/data', size: '10GB' },
  });
