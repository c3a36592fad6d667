import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { generate } from './generate';
import { readSavedCopy, readServer } from './read-openapi';

// npm run import                                       from the API server that kubectl talks to
// npm run import -- --from imports/kubernetes/openapi.json   from a saved copy, without a cluster
const { values } = parseArgs({ options: { from: { type: 'string' } } });
const folder = join(__dirname, '../../imports/kubernetes');

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(
  generate(values.from === undefined ? readServer() : readSavedCopy(values.from)),
)) {
  writeFileSync(join(folder, name), text);
  console.log(`imports/kubernetes/${name}: ${Math.ceil(text.length / 1000)} KB`);
}
