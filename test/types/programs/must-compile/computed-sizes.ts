import { Testing } from 'cdk8s';
import { quantity, StatefulDatabase, type Quantity } from 'cdk8s-workloads';

export const chart = Testing.chart();
const gibibytes = 3 * 7;
const size: Quantity = `${gibibytes}Gi`;

new StatefulDatabase(chart, 'computed', {
  image: 'postgres:16.4',
  user: 999,
  storage: { mountPath: '/data', size },
});
new StatefulDatabase(chart, 'from-outside', {
  image: 'postgres:16.4',
  user: 999,
  storage: { mountPath: '/data', size: quantity(process.env.VOLUME_SIZE ?? '20Gi') },
  resources: { requests: { cpu: gibibytes / 2, memory: `${gibibytes * 100}Mi` }, limits: { memory: '4.5Gi' } },
});
