import { App } from '../../src/index';
import { validate } from '../../src/validate';
import { addDatabases } from './add-databases';

// node validate.js <databases>: documents validated in a second, when warm. Each database is ten documents.
const app = new App({ validation: 'off' });
addDatabases(app, Number(process.argv[2]));
const manifests = app.manifests();

for (let i = 0; i < 3; i++) validate(manifests);
const rounds = 5;
const start = performance.now();
for (let i = 0; i < rounds; i++) validate(manifests);
process.stdout.write(String((manifests.length * rounds * 1000) / (performance.now() - start)));
