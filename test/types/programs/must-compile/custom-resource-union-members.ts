import { Chart, Testing } from 'cdk8s';
import { type ObjectOf } from 'cdk8s-workloads/custom-resource';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

new Backup(chart, 'bucket', { spec: { schedule: '@daily', target: { type: 'bucket', bucket: 'b' } } });
new Backup(chart, 'claim', { spec: { schedule: '@daily', target: { type: 'claim', claimName: 'c' } } });
export function where(backup: ObjectOf<typeof Backup>): string | undefined {
  const { target } = backup.spec;
  return target?.type === 'bucket' ? target.bucket : target?.claimName;
}
