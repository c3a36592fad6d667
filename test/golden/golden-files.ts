import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export const GOLDEN = __dirname;

/** Every golden file: its folder, which is a construct's, and its name without `.yaml`. */
export function goldenFiles(): readonly {
  readonly construct: string;
  readonly shows: string;
  readonly path: string;
}[] {
  return readdirSync(GOLDEN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const [construct = '', name = ''] = file.split('/');
      return { construct, shows: name.replace(/\.yaml$/, ''), path: join(GOLDEN, file) };
    });
}
