import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: 'whenDelete' does not exist in type 'StorageRetention'. Did you mean to write 'whenDeleted'?
    storage: { mountPath: '/data', size: '20Gi', retention: { whenDelete: 'Delete' } },
  });
