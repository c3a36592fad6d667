import { readFileSync } from 'node:fs';
import { type Document, readDocuments } from './read-documents';

/** The text of a file in UTF-8. */
export function textOf(path: string): string {
  return readFileSync(path, 'utf8');
}

/** The documents of a file. */
export function readFile(path: string): readonly Document[] {
  return readDocuments(textOf(path));
}
