import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: Type '"fulll"' is not assignable to type '"full" | "incremental" | undefined'
new Backup(chart, 'orders', { spec: { schedule: '@daily', mode: 'fulll' } });
