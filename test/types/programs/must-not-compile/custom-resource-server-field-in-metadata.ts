import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: 'uid' does not exist in type
new Backup(chart, 'orders', { metadata: { uid: 'a' }, spec: { schedule: '@daily' } });
