import { Chart, Testing } from 'cdk8s';
import { Backup } from '../backup';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const backup = Backup.parse({});
// error: 'backup.status' is possibly 'undefined'
console.log(backup.status.phase);
