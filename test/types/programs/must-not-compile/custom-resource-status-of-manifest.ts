import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: 'status' does not exist in type
Backup.manifest({ metadata: { name: 'orders' }, spec: { schedule: '@daily' }, status: { phase: 'Running' } });
