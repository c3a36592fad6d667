import type { OpenApi } from './openapi';
import { printSavedCopy, savedCopy } from './saved-copy';
import { simplify } from './simplify';
import { writeClusterScoped } from './write-cluster-scoped';
import { writeTable } from './write-table';
import { writeTypes } from './write-types';

/** The files of `imports/kubernetes/` by name, from a server's documents or from their saved copy: the texts are the same. */
export function generate(documents: readonly OpenApi[]): Readonly<Record<string, string>> {
  const saved = savedCopy(documents);
  const model = simplify(saved);
  return {
    'openapi.json': printSavedCopy(saved),
    'types.ts': writeTypes(model),
    'table.json': writeTable(model),
    'cluster-scoped.ts': writeClusterScoped(model),
  };
}
