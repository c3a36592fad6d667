import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Type 'number' is not assignable to type 'string'
new Backup(chart, 'orders', { metadata: { namespace: 7 }, spec: { schedule: '@daily' } });
