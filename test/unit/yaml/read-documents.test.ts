import * as fc from 'fast-check';
import { type Document, readDocuments } from '../../../src/yaml/read-documents';
import { toYaml } from '../../../src/manifest/yaml';

function values(text: string): readonly unknown[] {
  return readDocuments(text).map((document) => ('value' in document ? document.value : document.mistake.message));
}

test.each<[string, string, readonly unknown[]]>([
  ['documents between lines of ---', 'a: 1\n---\nb: 2\n--- # three\nc: 3', [{ a: 1 }, { b: 2 }, { c: 3 }]],
  ['no empty documents', '# a comment\n---\n---\na: 1\n---\nnull\n---\n', [{ a: 1 }]],
  ['lines that end in CRLF', 'a: 1\r\n---\r\nb: 2\r\n', [{ a: 1 }, { b: 2 }]],
  ['a byte order mark', '\uFEFFa: 1', [{ a: 1 }]],
  ['--- in a block of text', 'a: |\n  ---\n  b\n---\nc: 1', [{ a: '---\nb\n' }, { c: 1 }]],
  ['objects of JSON after each other', '{"a": "}\\"{"}\n{"b":\t[{}]}{}', [{ a: '}"{' }, { b: [{}] }, {}]],
  ['JSON with --- between', '{"a": 1}\n---\n{"b": 2}', [{ a: 1 }, { b: 2 }]],
  ['a map in braces, and more', '{a: 1}\n---\nb: 2', [{ a: 1 }, { b: 2 }]],
  ['a comment right after ---', 'a: 1\n---# two\nb: 2', [{ a: 1 }, { b: 2 }]],
  ['brackets that close in the column of their key', 'a: [\n  x,\n]\nb: {\n}', [{ a: ['x'], b: {} }]],
  ['items in brackets at any column', 'a:\n  - b: ["x",\n"y",\n   z]', [{ a: [{ b: ['x', 'y', 'z'] }] }]],
  ['text in quotes that goes on at any column', 'a:\n  b: "x\ny"\n  c: \'x\n\n y\'', [{ a: { b: 'x y', c: 'x\ny' } }]],
  ['nothing', '', []],
])('%s', (_, text, expected) => {
  expect(values(text)).toEqual(expected);
});

test.each<[string, string, string, string]>([
  ['a mistake of syntax', 'a: b: c', 'cannot be read: bad indentation of a mapping entry', ': c'],
  ['a tab', 'a:\n\tb: 1', 'cannot be read: tab characters must not be used in indentation', '\tb: 1'],
  ['a key that is there twice', 'a: 1\n"b c": 2\n"b c": 3', 'has the key "b c" twice', '"b c": 3'],
  ['a key of JSON that is there twice', '{"a": 1, "a": 2}', 'has the key "a" twice', '"a": 2}'],
  [
    'the same key as two words',
    'a: {on: 1, y: 2}',
    'has the key true twice, because y, yes and on are read as true',
    'y: 2',
  ],
  ['the same key as a word and in quotes', 'no: 1\n"false": 2', 'has the key "false" twice', '"false": 2'],
  [
    'the same word twice',
    'Off: 1\nOff: 2',
    'has the key false twice, because n, no and off are read as false',
    'Off: 2',
  ],
  ['the same key as two numbers', '1: 1\n0x1: 2', 'has the key 1 twice, because 0x1 is read as 1', '0x1: 2'],
  ['the same number twice', '1: 1\n1: 2', 'has the key 1 twice', '1: 2'],
  ['a null byte', 'a: b\0', 'has a null byte, which neither YAML nor JSON takes', '\0'],
  ['a template in place of a value', 'a: {{ .Values.a }}', 'is a template, and no manifest yet', '{{ .Values.a }}'],
  [
    'a template around lines',
    'b: 1\n{{- if .a }}\na: 1\n{{- end }}',
    'is a template, and no manifest yet',
    '{{- if .a }}\na: 1\n{{- end }}',
  ],
  ['an anchor that is not there', 'a: *b', 'cannot be read: unidentified alias "b"', 'b'],
  ['more after ---', '--- a: 1', 'cannot be read: "--- a: 1" is no line between documents', '--- a: 1'],
  ['a bracket that is never closed', 'a: [\nb: 1', 'cannot be read: deficient indentation', 'b: 1'],
  ['a key that is there twice after such brackets', 'a: [\n]\na: 1', 'has the key a twice', 'a: 1'],
  ['a document after ...', 'a: 1\n...\nb: 2', 'cannot be read: a second document has no "---" before it', '---\na: 1'],
])('%s is said, with its place, and what follows is read', (_, text, message, place) => {
  const before = 'first: 1\n---\n';
  const all = `${before}${text}\n---\nlast: 1\n`;
  const [first, broken, last] = readDocuments(all);
  expect([valueOf(first), valueOf(last)]).toEqual([{ first: 1 }, { last: 1 }]);
  expect(broken).toHaveProperty('mistake.message', message);
  expect(all.slice(offsetOf(broken)).startsWith(place)).toBe(true);
});

test.each<[string, (text: Buffer) => Buffer]>([
  ['little endian', (text) => text],
  ['big endian', (text) => text.swap16()],
])('a file in UTF-16, %s, is told to be in UTF-8', (_, order) => {
  const bytes = order(Buffer.from('\uFEFFapiVersion: v1\nkind: Namespace\n---\na: 1\n', 'utf16le'));
  expect(readDocuments(bytes.toString('utf8'))).toEqual([
    expect.objectContaining({ mistake: { message: 'is in UTF-16', fix: 'save the file as UTF-8', offset: 0 } }),
  ]);
});

test('braces in quotes are no template', () => {
  expect(values('a: "{{ x }}"\nb: "{{ y }}"')).toEqual([{ a: '{{ x }}', b: '{{ y }}' }]);
});

test.each([
  [
    'a billion laughs',
    `a0: &a0 x\n${Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`).join('\n')}`,
  ],
  ['what is part of itself', 'a: &a\n  b: [*a]'],
])('%s is refused at once', (_, text) => {
  expect(values(text)).toEqual(['cannot be read: its aliases make it too large, or part of itself']);
});

test('depth is limited', () => {
  expect(values('['.repeat(100_000))).toEqual([expect.stringContaining('nesting exceeded')]);
});

function valueOf(document: Document | undefined): unknown {
  return document && 'value' in document ? document.value : undefined;
}

function offsetOf(document: Document | undefined): number {
  return document && 'mistake' in document ? document.mistake.offset : NaN;
}

test('what is written as YAML or JSON is read as it was', () => {
  const values = fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), { noNullPrototype: true }));
  fc.assert(
    fc.property(values, (written) => {
      const plain = JSON.parse(JSON.stringify(written)) as readonly unknown[];
      for (const text of [toYaml(plain), plain.map((value) => JSON.stringify(value)).join('\n')]) {
        expect(readDocuments(text).map((document) => 'value' in document && document.value)).toEqual(plain);
      }
    }),
  );
});
