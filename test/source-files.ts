import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ts from 'typescript';

export const SRC = join(__dirname, '../src');

/** The files of `src`, parsed, by their path in it: `manifest/quantity.ts`. */
export function sourceFiles(): ReadonlyMap<string, ts.SourceFile> {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
  return new Map(paths.sort().map((path) => [path, parse(path)]));
}

function parse(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(join(SRC, path), 'utf8'), ts.ScriptTarget.ES2022, true);
}
