import { Chart, Testing } from 'cdk8s';
import { type ObjectOf } from 'cdk8s-workloads/custom-resource';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

function objectsOf(
  resource: { parse(object: unknown): ObjectOf<typeof Backup> },
  objects: readonly unknown[],
): readonly string[] {
  return objects.map((object) => resource.parse(object).metadata.name);
}
console.assert(objectsOf(Backup, []).length === 0);
new Backup(chart, 'a', { spec: { schedule: '@daily' } }).addDependency(new Backup.Definition(chart, 'definition'));
