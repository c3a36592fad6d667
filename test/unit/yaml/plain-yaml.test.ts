import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { constructFromEvents, parseEvents } from 'js-yaml';
import { KUBERNETES_YAML } from '../../../src/yaml/kubernetes-yaml';
import { readPlainYaml } from '../../../src/yaml/plain-yaml';
import { toYaml } from '../../../src/manifest/yaml';
import { goldenFiles } from '../../golden/golden-files';

/** What a reader of all of YAML makes of a document; undefined when it refuses it, or when there are two. */
function byJsYaml(source: string): unknown {
  try {
    const values = constructFromEvents(parseEvents(source, {}), { source, schema: KUBERNETES_YAML });
    return values.length === 1 ? values[0] : undefined;
  } catch {
    return undefined;
  }
}

test.each<[string, string, unknown]>([
  ['maps in maps', 'a:\n  b:\n    c: d\n  e: f\n', { a: { b: { c: 'd' }, e: 'f' } }],
  ['lists below and beside their key', 'a:\n  - b\nc:\n- d\n- e\nf: g', { a: ['b'], c: ['d', 'e'], f: 'g' }],
  [
    'maps and lists in lists',
    '- a: 1\n  b:\n  - c\n-   d: 2\n    e: 3\n- - f\n  - g\n'.replace(/^/gm, '  ').replace(/^/, 'x:\n'),
    {
      x: [{ a: 1, b: ['c'] }, { d: 2, e: 3 }, ['f', 'g']],
    },
  ],
  [
    'scalars',
    'a: 1\nb: yes\nc: null\nd:\ne: 0x1f\nf: 1:30\ng: a:b #c\nh: -U\ni: x#y',
    {
      a: 1,
      b: true,
      c: null,
      d: null,
      e: 31,
      f: '1:30',
      g: 'a:b',
      h: '-U',
      i: 'x#y',
    },
  ],
  ['quotes', `a: "b: c # d"\ne: 'f'\ng: ""`, { a: 'b: c # d', e: 'f', g: '' }],
  ['nothing in braces', 'a: {}\nb: []', { a: {}, b: [] }],
  ['comments and empty lines', '--- # one\n# two\na: 1 # three\n\n  # four\nb: 2\n', { a: 1, b: 2 }],
  ['text in a block', 'a: |\n  b\n   c\n\n  d: e\nf: |-\n  g\n', { a: 'b\n c\n\nd: e\n', f: 'g' }],
])('%s', (_, source, expected) => {
  expect(readPlainYaml(source)).toEqual(expected);
  expect(byJsYaml(source)).toEqual(expected);
});

test.each<[string, string]>([
  ['a scalar alone', 'a'],
  ['a list alone', '- a'],
  ['a key twice', 'a: 1\na: 2'],
  ['a key that every object has', '__proto__: 1'],
  ['a key that is no string', 'on: 1'],
  ['a key in quotes', '"a": 1'],
  ['a scalar of two lines', 'a: b\n  c'],
  ['an escape', 'a: "\\n"'],
  ['a quote in quotes', "a: 'b''c'"],
  ['braces with something in them', 'a: {b: c}'],
  ['an anchor', 'a: &b c'],
  ['a tag', 'a: !!str 1'],
  ['infinity', 'a: -.inf'],
  ['a folded block', 'a: >\n  b\n'],
  ['a block that keeps its end', 'a: |+\n  b\n'],
  ['a block that ends with the text', 'a: |\n  b'],
  ['a tab', 'a:\tb'],
  ['a letter beyond ASCII', 'a: é'],
  ['the end of a document', 'a: b\n...\n'],
  ['more after the line of ---', '--- a: b'],
  ['a line further to the left', 'a:\n    b: 1\n  c: 2'],
  ['too deep', `a:\n  ${'- '.repeat(300)}b`],
])('%s is left to another reader', (_, source) => {
  expect(readPlainYaml(source)).toBeUndefined();
});

const golden = goldenFiles().flatMap(({ path }) => readFileSync(path, 'utf8').split(/^(?=---)/m));

test('the golden manifests are plain', () => {
  for (const document of golden) expect(readPlainYaml(document)).toEqual(byJsYaml(document));
});

test('what it reads is what is written', () => {
  const value = fc.letrec<{ node: unknown }>((tie) => ({
    node: fc.oneof(
      { depthSize: 'medium' },
      fc.oneof(
        fc.string({ unit: 'binary-ascii' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.constantFrom('a\nb\n', 'a\n\n b'),
      ),
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(fc.stringMatching(/^[a-z][\w./-]{0,8}$/), tie('node'), { maxKeys: 4 }),
    ),
  })).node;
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'app/c', 'd-e'), value), (map) => {
      const source = toYaml([map]);
      const read = readPlainYaml(source);
      if (read !== undefined) expect(read).toEqual(byJsYaml(source));
    }),
  );
});

/** Lines of pieces that mean something, with indents that fit now and then. */
const PIECES = [
  'a',
  'b',
  'c-d',
  ':',
  ': ',
  ' ',
  '  ',
  '-',
  '- ',
  '#',
  ' #',
  '"',
  "'",
  '|',
  '|-',
  '{}',
  '[]',
  '\n',
  '\n  ',
  '\n    ',
  '\n- ',
  '\n  - ',
  'a: ',
  'b:',
  'c:\n',
  '1',
  '0x1',
  'yes',
  'null',
  '~',
  '<<',
  '---',
  '...',
  '&a',
  '*a',
  '!',
  '?',
  '? ',
  ',',
  '.',
  '\\',
  '%',
  '@',
  '=',
  '>',
  '/',
  '+',
  '$',
  '(',
];

test('whatever the text is, it reads nothing else than a reader of all of YAML', () => {
  const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 24 }).map((some) => `a: ${some.join('')}`);
  const broken = fc
    .tuple(fc.constantFrom(...golden), fc.nat(), fc.constantFrom(...PIECES), fc.nat(3))
    .map(([text, place, piece, left]) => {
      const at = place % text.length;
      return `${text.slice(0, at)}${piece}${text.slice(at + left)}`;
    });
  fc.assert(
    fc.property(fc.oneof(pieces, broken), (source) => {
      const read = readPlainYaml(source);
      if (read !== undefined) expect({ source, read }).toEqual({ source, read: byJsYaml(source) });
    }),
    { numRuns: Number(process.env.FUZZ_COUNT ?? 10_000) },
  );
});
