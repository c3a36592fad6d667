import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

// error: This comparison appears to be unintentional because the types '"Backup"' and '"Restore"' have no overlap
console.log(Backup.kind === 'Restore');
