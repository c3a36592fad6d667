import fc from 'fast-check';
import { load, YAML11_SCHEMA } from 'js-yaml';
import { parse, parseAllDocuments } from 'yaml';
import { toYaml } from '../../../src/manifest/yaml';

// FAST_CHECK_RUNS=20000 for a thorough run by hand. Kubernetes' own reader is asked in the cluster tests.
const RUNS = Number(process.env.FAST_CHECK_RUNS ?? 500);

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
  'yaml as 1.1': (text) => parse(text, { version: '1.1' }) as unknown,
  'yaml as 1.2': (text) => parse(text, { version: '1.2' }) as unknown,
  'js-yaml as 1.1': (text) => load(text, { schema: YAML11_SCHEMA }),
  'js-yaml as 1.2': (text) => load(text),
};

/** Strings that some reader takes for something else, or that some way of writing loses. */
const BITING: readonly string[] = [
  ...['yes', 'no', 'on', 'off', 'y', 'n', 'Y', 'N', 'YES', 'On', 'true', 'True', 'false', 'null', 'Null', '~', ''],
  ...[
    '0x1F',
    '0o17',
    '017',
    '0b11',
    '1e3',
    '1E+3',
    'e1',
    'E5',
    '1_000',
    '1,000',
    '.5',
    '5.',
    '+1',
    '-1',
    '0',
    '-0',
    '08',
  ],
  ...['.inf', '-.inf', '+.INF', '.nan', '.NaN', '12:30:45', '1:30', '190:20:30.15', '1__2', '0x_1', '_', '__'],
  ...['2026-11-21', '2026-11-21T10:00:00Z', '2001-12-14 21:59:43.10 -5', '2026-1-1'],
  ...[
    '- x',
    '-',
    '--',
    '---',
    '--- a',
    '...',
    '... a',
    '# y',
    '#',
    'a #b',
    'a#b',
    'a: b',
    'a:',
    ': b',
    ':',
    'a:b',
    ':8080',
  ],
  ...['&a', '*a', '!t', '!!str x', '%', '%YAML 1.2', '@', '`', '?', '? a', '?a', '|', '>', '>-', '=', '<<', '<', ','],
  ...[
    '"',
    "'",
    '"a"',
    "'a'",
    '\'"',
    '{"a": 1}',
    '[]',
    '{}',
    '[a',
    '}',
    '\\',
    '\\n',
    '\\x',
    '$(HOST)',
    '{{ .Values.x }}',
  ],
  ...[' ', '  ', ' a', 'a ', '\t', 'a\t', '\ta', 'a\tb', '\u00a0', 'a\u00a0', '\u3000a', '\u2003'],
  ...[
    '\n',
    '\n\n',
    ' \n',
    '\n ',
    'a\n',
    'a\n\n',
    'a\n\n\n',
    '\na',
    '\n\na',
    'a\nb',
    'a\n\nb',
    ' a\nb',
    '\n a\nb',
    'a\n b\n',
  ],
  ...[
    'a \nb',
    'a\n \nb',
    'a\n  ',
    'a\n  \n',
    'a\n\t',
    '\ta\nb',
    '\n\ta',
    '#a\nb',
    '- a\n- b',
    'a: b\nc: d',
    '---\na\n...\n',
    'a\n# b\n',
  ],
  ...[
    '\r',
    'a\rb',
    'a\r\nb',
    'a\n\r',
    '\0',
    'a\0b',
    '\x01',
    '\x07',
    '\b',
    '\x1b[0m',
    '\x7f',
    'a\n\x7f',
    '\x80',
    '\x85',
    'a\x85b',
    'a\n\x85',
  ],
  ...[
    '\u00ad',
    '\u2028',
    'a\u2028b',
    'a\n\u2029b',
    '\ufeff',
    '\ufeffa',
    'a\n\ufeffb',
    '\ufffd',
    '\ufffe',
    '\uffff',
    '\ue000',
  ],
  ...[
    'é',
    '漢字',
    '🎉',
    'a\n🎉\n',
    '👩‍👩‍👧',
    '\u{1ffff}',
    '\u{10ffff}',
    '\ud800',
    '\udc00a',
    'a\ud83d',
    '\ude00\ud83d',
    'a\n\ud800',
  ],
  ...['__proto__', 'constructor', 'toString', 'a'.repeat(2000), 'é'.repeat(1500), '\0'.repeat(300), '9'.repeat(400)],
  'set -euo pipefail\nfor f in *; do\n\techo "$f: done" # yes\ndone\n',
];

const nastyText = fc.oneof(
  fc.constantFrom(...BITING),
  fc
    .array(fc.constantFrom(...BITING.filter((text) => text.length < 20)), { maxLength: 6 })
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.array(fc.nat({ max: 0xffff }), { maxLength: 6 }).map((units) => String.fromCharCode(...units)),
);

const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    nastyText,
    fc.oneof(
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.maxSafeInteger(),
      fc.boolean(),
      fc.constant(null),
    ),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(nastyText, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

test.each(BITING.map((text) => [JSON.stringify(text).slice(0, 60), text]))(
  'toYaml() is read back by every reader: %s, as a value and as a key',
  (_, text) => {
    const value = { a: text, list: [text, [text]], [text]: { [text]: text }, z: 1 };
    for (const read of Object.values(READERS)) {
      expect(read(toYaml([value]))).toEqual(value);
      expect(read(toYaml([text]))).toEqual(text);
    }
  },
);

test.each([0, -0, 1, -1, 0.5, 1e21, -1e21, 1e-7, 1.5e300, 5e-324, 2 ** 53 + 2, 2 ** 63, 2 ** 64, 1e20])(
  'toYaml() is read back by every reader: %d',
  (value) => {
    for (const read of Object.values(READERS)) expect(read(toYaml([{ value }]))).toEqual({ value });
  },
);

test.each(Object.entries(READERS))('toYaml() is read back by %s, whatever the JSON value', (_, read) => {
  fc.assert(
    fc.property(json, (value) => {
      expect(read(toYaml([value]))).toEqual(value);
    }),
    { numRuns: RUNS },
  );
});

test('toYaml() writes maps and lists as blocks, lists indented below their key', () => {
  const value = { a: { b: [{ c: 1, d: [] }, [2, [3]], {}, 'x'] }, e: {}, f: null, g: true };
  expect(toYaml([value])).toBe(`a:
  b:
    - c: 1
      d: []
    - - 2
      - - 3
    - {}
    - x
e: {}
f: null
g: true
`);
});

test('toYaml() writes text of several lines as a block literal that keeps every line feed', () => {
  expect(toYaml([{ one: 'a\nb\n', none: 'a\n\nb', many: 'a\n\n\n', script: '\tmake\n  all\n', list: ['x\ny'] }]))
    .toBe(`one: |
  a
  b
none: |-
  a

  b
many: |+
  a


script: |2
  \tmake
    all
list:
  - |-
    x
    y
`);
});

test.each([
  [
    'plain',
    [
      'web-1',
      '10.0.0.1',
      '1.2.3',
      '100m',
      '10Gi',
      '5d',
      '/var/lib',
      '--port=80',
      '$(HOST):80',
      "it's",
      'a,b',
      'grün',
      '~/x',
    ],
  ],
  ['double-quoted', ['yes', '1e3', '2026-11-21', '', ' x', 'a: b', '@x', '\'x\': "y"', 'a\rb\nc', '\u2028']],
  ['single-quoted', ['{"a": 1}', '["x"]', '"']],
])('toYaml() writes %s what people expect to be', (style, texts) => {
  const quote = { plain: /^[^"']/, 'double-quoted': /^"/, 'single-quoted': /^'/ }[style];
  for (const text of texts) expect(toYaml([text])).toMatch(quote ?? '');
});

test('toYaml() puts --- between documents, and reads as many back', () => {
  const documents = [{ a: 1 }, [], {}, 'x', null, { b: 'c\n\n' }, [[1]]];
  expect(toYaml(documents.slice(0, 3))).toBe('a: 1\n---\n[]\n---\n{}\n');
  expect(parseAllDocuments(toYaml(documents)).map((document) => document.toJS() as unknown)).toEqual(documents);
  expect(toYaml([])).toBe('');
});

test('toYaml() leaves out and replaces what JSON does', () => {
  const value = { a: undefined, b: [undefined, () => 1], c: NaN, d: { e: Symbol('x') }, f: new Date(0), g: Infinity };
  const jsonOfValue: unknown = JSON.parse(JSON.stringify(value));
  expect(parse(toYaml([value]))).toEqual(jsonOfValue);
});

test('toYaml() writes a key of more than 1000 characters in the explicit form', () => {
  const value = { ['k'.repeat(1100)]: { a: 1 }, list: [{ ['\n'.repeat(600)]: [1] }] };
  expect(toYaml([value])).toMatch(/^\? k+\n:\n {2}a: 1\n/);
  for (const read of Object.values(READERS)) expect(read(toYaml([value]))).toEqual(value);
});
