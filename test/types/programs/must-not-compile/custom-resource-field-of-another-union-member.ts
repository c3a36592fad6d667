import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: 'claimName' does not exist in type
new Backup(chart, 'orders', { spec: { schedule: '@daily', target: { type: 'bucket', bucket: 'b', claimName: 'c' } } });
