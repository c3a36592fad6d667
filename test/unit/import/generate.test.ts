import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { generate } from '../../../tools/import/generate';
import { readSavedCopy } from '../../../tools/import/read-openapi';

const folder = join(__dirname, '../../../imports/kubernetes');
const committed = (file: string): string => readFileSync(join(folder, file), 'utf8');

describe('generate()', () => {
  const files = generate(readSavedCopy(join(folder, 'openapi.json')));

  it.each(Object.keys(files))('makes imports/kubernetes/%s from the saved copy, to the byte', (file) => {
    // Not toBe(): on a difference, jest would take minutes to show it.
    expect(files[file] === committed(file)).toBe(true);
  });

  it.each(['openapi.json', 'table.json'])('has no text in %s that could be prose', (file) => {
    // The longest value of an enum has three words: "ipsec end system".
    expect(textsIn(JSON.parse(committed(file))).filter((text) => text.split(' ').length > 3)).toEqual([]);
  });

  it('has no comment in types.ts but its first line', () => {
    const [, ...rest] = committed('types.ts').split('\n');

    expect(rest.join('\n')).not.toMatch(/\/\/|\/\*/);
  });
});

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return [...Object.keys(value), ...Object.values(value).flatMap(textsIn)];
}
