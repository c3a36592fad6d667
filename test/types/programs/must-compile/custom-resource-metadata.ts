import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

new Backup(chart, 'orders', {
  metadata: { name: 'orders-daily', namespace: 'other', labels: { team: 'shop' }, annotations: { note: 'x' } },
  spec: { schedule: '@daily' },
});
