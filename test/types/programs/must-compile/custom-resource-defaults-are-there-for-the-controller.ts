import { Chart, Testing } from 'cdk8s';
import { type ObjectOf } from 'cdk8s-workloads/custom-resource';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const backup: ObjectOf<typeof Backup> = Backup.parse(
  Backup.manifest({ metadata: { name: 'orders' }, spec: { schedule: '@daily' } }),
);
const keep: number = backup.spec.keep;
const mode: 'full' | 'incremental' = backup.spec.mode;
const phase: string | undefined = backup.status?.phase;
const apiVersion: 'shop.example.com/v1' = backup.apiVersion;
const kind: 'Backup' = backup.kind;
const name: string = backup.metadata.name;
console.assert(
  keep === 7 &&
    mode === 'full' &&
    phase === undefined &&
    apiVersion !== undefined &&
    kind === Backup.kind &&
    name === 'orders',
);
new Backup(chart, 'orders', { spec: { schedule: backup.spec.schedule } });
