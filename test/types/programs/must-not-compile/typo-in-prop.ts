import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  // error: 'replica' does not exist in type 'StatefulDatabaseProps<number, string>'. Did you mean to write 'replicas'?
  new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, replica: 3 });
