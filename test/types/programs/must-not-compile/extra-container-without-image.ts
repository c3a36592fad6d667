import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: Property 'image' is missing in type '...' but required in type 'ExtraContainerProps<9187, string>'.
    sidecars: { exporter: { ports: { metrics: 9187 } } },
  });
