import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Property 'schedule' is missing in type '{ keep: number; }'
new Backup(chart, 'orders', { spec: { keep: 3 } });
