import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    port: 5432,
    // error: Property 'command' is missing in type '...' but required in type 'Backup'.
    backup: { schedule: '@daily', volume: { mountPath: '/backup', size: '50Gi' } },
  });
