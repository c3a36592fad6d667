import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Property 'metadata' is missing
Backup.manifest({ spec: { schedule: '@daily' } });
