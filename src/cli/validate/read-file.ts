import { readText } from '../read-text';
import { type Document, readDocuments } from '../../yaml/read-documents';

/** The documents of a file. @throws UsageError when it cannot be read */
export function readFile(path: string): readonly Document[] {
  return readDocuments(readText(path));
}
