import { Testing } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const chart = Testing.chart();

new StatefulDatabase(chart, 'cache', {
  image: 'redis:7.2.5',
  user: 999,
  podDisruptionBudget: false,
  networkPolicy: false,
  tmp: false,
});
