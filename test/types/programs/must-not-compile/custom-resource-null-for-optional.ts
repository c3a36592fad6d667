import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Type 'null' is not assignable to type
new Backup(chart, 'orders', { spec: { schedule: '@daily', target: null } });
