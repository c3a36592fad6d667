import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  // error: Type 'string' is not assignable to type 'number'.
  new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 'postgres', port: 5432 });
