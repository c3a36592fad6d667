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
  /** Codes of warnings that it cannot be without: `# With a warning: deprecated-version` is its first line. */
  readonly warnings: readonly string[];
  readonly manifests: readonly unknown[];
}

/** Every file of `examples/<code>/`. */
export function examples(): readonly Example[] {
  return readdirSync(EXAMPLES).flatMap((code) =>
    readdirSync(join(EXAMPLES, code)).map((file) => {
      const path = join(EXAMPLES, code, file);
      const text = readFileSync(path, 'utf8');
      return {
        code,
        name: file.replace(/\.yaml$/, ''),
        path,
        fails: file.startsWith('failing'),
        warnings: /^# With a warning: (.*)$/m.exec(text)?.[1]?.split(', ') ?? [],
        manifests: parseAllDocuments(text).map((document) => document.toJS() as unknown),
      };
    }),
  );
}
