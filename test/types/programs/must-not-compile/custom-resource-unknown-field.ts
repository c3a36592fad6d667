import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: 'shedule' does not exist in type
new Backup(chart, 'orders', { spec: { schedule: '@daily', shedule: '@daily' } });
