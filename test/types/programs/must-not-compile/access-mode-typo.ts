import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: Type '"ReadWriteone"' is not assignable to type '...'. Did you mean '"ReadWriteOnce"'?
    storage: { mountPath: '/data', size: '20Gi', accessModes: ['ReadWriteone'] },
  });
