import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Property 'v2' does not exist on type
new Backup.versions.v2(chart, 'orders', { spec: { schedule: '@daily' } });
