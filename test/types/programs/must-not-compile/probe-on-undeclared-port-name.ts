import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    port: 5432,
    ports: { metrics: 9187 },
    // error: Type '"metric"' is not assignable to type '...'. Did you mean '"metrics"'?
    probes: { readiness: { tcpSocket: { port: 'metric' } } },
  });
