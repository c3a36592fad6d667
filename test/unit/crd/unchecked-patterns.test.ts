import { uncheckedPatterns } from '../../../src/crd/unchecked-patterns';
import { list, object, said } from './schema-parts';

test('uncheckedPatterns() finds what JavaScript cannot run, wherever it is', () => {
  const schema = object(
    { 'a.b': list({ pattern: '(?i:a)b' }), c: { pattern: '^c$' }, d: { pattern: '(' } },
    { anyOf: [{ properties: { c: { pattern: '(?i)\\P{L}' } } }] },
  );
  expect(said(uncheckedPatterns(schema))).toEqual([
    'properties["a.b"].items.pattern "(?i:a)b" ignores the case of a part only, by "(?i)": it is left to the API server',
    'anyOf[0].properties.c.pattern "(?i)\\\\P{L}" has all but the Unicode class "L" under "(?i)": it is left to the API server',
  ]);
});

test('uncheckedPatterns() has nothing against other patterns', () => {
  expect(uncheckedPatterns({ pattern: '^[[:alpha:]]+\\z' })).toEqual([]);
});
