import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaTable } from '../manifest/schema-table';

let table: SchemaTable | undefined;

/** What is known about the built-in kinds. It is read when it is first asked for: who validates nothing pays nothing. */
export function builtInSchema(): SchemaTable {
  return (table ??= JSON.parse(readFileSync(tableFile(), 'utf8')) as SchemaTable); // npm run import wrote it.
}

/** The package is one file in dist/src; the sources are a folder deeper. */
function tableFile(): string {
  const file = join('imports', 'kubernetes', 'table.json');
  const besidePackage = join(__dirname, '..', file);
  return existsSync(besidePackage) ? besidePackage : join(__dirname, '..', '..', file);
}
