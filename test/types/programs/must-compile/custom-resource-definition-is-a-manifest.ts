import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const name: string | undefined = Backup.definition.metadata?.name;
console.assert(name === 'backups.shop.example.com' && Backup.definition.spec.scope === 'Namespaced');
new Backup.Definition(chart, 'definition');
