import { Chart, Testing } from 'cdk8s';
import { type ObjectOf } from 'cdk8s-workloads/custom-resource';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const backup: ObjectOf<typeof Backup> = Backup.parse({});
// error: Cannot assign to 'spec' because it is a read-only property
backup.spec = { schedule: '@daily', keep: 1, mode: 'full' };
