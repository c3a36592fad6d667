import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  // error: Property 'user' is missing in type '...' but required in type 'StatefulDatabaseProps<5432, string>'.
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    port: 5432,
    storage: { mountPath: '/var/lib/postgresql/data', size: '20Gi' },
  });
