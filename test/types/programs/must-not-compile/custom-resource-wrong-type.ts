import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Type 'string' is not assignable to type 'number'
new Backup(chart, 'orders', { spec: { schedule: '@daily', keep: '3' } });
