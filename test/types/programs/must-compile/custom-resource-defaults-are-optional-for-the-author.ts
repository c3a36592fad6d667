import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

new Backup(chart, 'orders', { spec: { schedule: '@daily' } });
new Backup.Definition(chart, 'definition');
