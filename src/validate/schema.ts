import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { remember } from '../values/remember';
import type { SchemaDefinition, SchemaTable } from '../manifest/schema-table';

/** The table of the built-in kinds. */
export interface Schema extends Omit<SchemaTable, 'definitions'> {
  /** A definition by its name: `PodSpec`. Undefined for what has none: a scalar. */
  definition(name: string): SchemaDefinition | undefined;
}

let schema: Schema | undefined;

/** What is known about the built-in kinds. It is read when it is first asked for: who validates nothing pays nothing. */
export function builtInSchema(): Schema {
  return (schema ??= readTable(readFileSync(tableFile(), 'utf8')));
}

/** The package is one file in dist/src; the sources are a folder deeper. */
function tableFile(): string {
  const file = join('imports', 'kubernetes', 'table.json');
  const besidePackage = join(__dirname, '..', file);
  return existsSync(besidePackage) ? besidePackage : join(__dirname, '..', '..', file);
}

const DEFINITIONS = '"definitions":{\n';

/**
 * Each definition is parsed when it is first asked for: an app needs some thirty of five hundred.
 *
 * @param text as `npm run import` writes it: the definitions come last, each on a line of its own
 */
function readTable(text: string): Schema {
  const start = text.indexOf(DEFINITIONS);
  const { kubernetes, kinds } = JSON.parse(`${text.slice(0, start)}"definitions":{}}`) as SchemaTable;
  const lines = new Map<string, string>();
  for (const line of text.slice(start + DEFINITIONS.length).split('\n')) {
    const end = line.indexOf('":');
    if (end >= 0) lines.set(line.slice(1, end), line.slice(end + 2).replace(/,$/, ''));
  }
  const definition = remember((name: string) => {
    const line = lines.get(name);
    return line === undefined ? undefined : (JSON.parse(line) as SchemaDefinition);
  });
  return { kubernetes, kinds, definition };
}
