import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  // error: Type '"parallel"' is not assignable to type '...'. Did you mean '"Parallel"'?
  new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, podManagementPolicy: 'parallel' });
