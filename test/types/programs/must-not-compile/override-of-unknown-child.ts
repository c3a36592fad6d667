import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const orders = (chart: Chart) =>
  new StatefulDatabase(chart, 'orders', {
    image: 'postgres:16.4',
    user: 999,
    // error: 'deployment' does not exist in type 'StatefulDatabaseOverrides'.
    overrides: { deployment: { spec: { replicas: 2 } } },
  });
