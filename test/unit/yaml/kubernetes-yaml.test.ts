import { readDocuments } from '../../../src/yaml/read-documents';

function read(text: string): unknown {
  const [document] = readDocuments(text);
  return document && 'value' in document ? document.value : document;
}

// What sigs.k8s.io/yaml makes of the same texts, by which kubectl reads.
test.each<[string, unknown]>([
  ...['y', 'yes', 'On', 'TRUE'].map((text): [string, unknown] => [text, true]),
  ...['n', 'No', 'off', 'False'].map((text): [string, unknown] => [text, false]),
  ...['~', 'Null', '', '# nothing'].map((text): [string, unknown] => [text, null]),
  ...[
    'tRue',
    'nULL',
    '1:30',
    '2024-01-01',
    '2024-01-01T00:00:00Z',
    '10Gi',
    '1.2.3',
    '0o8',
    '0xG',
    '1e400',
    '1,0',
    '_1',
  ].map((text): [string, unknown] => [text, text]),
  ...(
    [
      ['014', 12],
      ['0o14', 12],
      ['-014', -12],
      ['089', 89],
      ['0x1F', 31],
      ['0b11', 3],
      ['1_000', 1000],
      ['+5', 5],
      ['.5', 0.5],
      ['1.', 1],
      ['1e3', 1000],
    ] as const
  ).map(([text, value]): [string, unknown] => [text, value]),
  ['!!str 5', '5'],
  ['!!int "5"', 5],
  ['!!float 5', 5],
  ['!!binary aGVsbG8=', 'hello'],
  ['!!timestamp 2024-01-01', '2024-01-01'],
  ['!mine text', 'text'],
  ['!mine {a: !mine [1]}', { a: [1] }],
  ['"yes"', 'yes'],
  ["'014'", '014'],
])('%j is what kubectl reads', (text, value) => {
  expect(read(`v: ${text}`)).toEqual({ v: value });
});

test.each([
  ['on: a', { true: 'a' }],
  ['014: a', { '12': 'a' }],
  ['1.50: a', { '1.5': 'a' }],
  ['a: &a {b: 1, c: 2}\nd: {<<: *a, b: 3}', { a: { b: 1, c: 2 }, d: { b: 3, c: 2 } }],
  ['a: &a 1\nb: *a', { a: 1, b: 1 }],
  ['__proto__: {a: 1}', JSON.parse('{"__proto__":{"a":1}}')],
])('%j has the keys that kubectl reads', (text, value) => {
  expect(read(text)).toEqual(value);
});

test.each(['v: .inf', 'v: -.Inf', 'v: .nan', '~: a', '{a: b}: c'])('%j is refused', (text) => {
  expect(read(text)).toHaveProperty('mistake.message', expect.stringMatching(/^cannot be read: /));
});
