import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const backup = Backup.parse(
  JSON.parse(
    '{"apiVersion":"shop.example.com/v1","kind":"Backup","metadata":{"name":"a"},"spec":{"schedule":"@daily"},"status":{"shards":3}}',
  ),
);
const shards: unknown = backup.status?.['shards'];
console.assert(shards === 3);
new Backup.Definition(chart, 'definition');
