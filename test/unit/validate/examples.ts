import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';

const EXAMPLES = join(__dirname, 'examples');

export interface Example {
  /** Of the rule: the folder. */
  readonly code: string;
  /** `failing` and `passing` are in the documentation; `failing-...` and `passing-...` are named by what they show. */
  readonly name: string;
  readonly path: string;
  readonly fails: boolean;
  readonly manifests: readonly unknown[];
}

/** Every file of `examples/<code>/`. */
export function examples(): readonly Example[] {
  return readdirSync(EXAMPLES).flatMap((code) =>
    readdirSync(join(EXAMPLES, code)).map((file) => {
      const path = join(EXAMPLES, code, file);
      return {
        code,
        name: file.replace(/\.yaml$/, ''),
        path,
        fails: file.startsWith('failing'),
        manifests: parseAllDocuments(readFileSync(path, 'utf8')).map((document) => document.toJS() as unknown),
      };
    }),
  );
}
