import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: Property 'key' is missing in type '...' but required in type 'KeyReference'.
    env: { POSTGRES_PASSWORD: { secretKeyRef: { name: 'orders' } } },
  });
