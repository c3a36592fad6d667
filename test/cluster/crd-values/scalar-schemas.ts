import { STRING_FORMATS } from '../../../src/crd/formats';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { INT_OR_STRING, INTEGER, KEEP, list, map, object, TEXT, text } from '../../unit/crd/schema-parts';

const matching = (pattern: string, ...example: readonly string[]) => text({ pattern, example });

/** Texts that fit the formats, and such that nearly do. */
const FORMATTED: readonly string[] = [
  ...['507f1f77bcf86cd799439011', 'aGVsbG8=', 'aGVsbG8', '10.0.0.0/8', '::/129', '010.0.0.0/08', '4111 1111 1111 1111'],
  ...[
    '2026-01-31',
    '2026-02-29',
    '2026-01-31T20:15:00Z',
    '2026-01-31t20:15:60z',
    '1h30m',
    '5 days',
    'P1D',
    '1.s',
    '1 x',
  ],
  ...[
    'ada@example.com',
    'Ada (x) <ada@b>',
    'a..b@c',
    '#ff8800',
    'fff',
    'shop.example.com',
    'a.b',
    'my-host-name',
    'my-host',
  ],
  ...[
    '10.0.0.1',
    '010.0.0.1',
    '::ffff:1.2.3.4',
    '256.0.0.1',
    '2001:db8::1',
    'fe80::1%en0',
    '978-0-321-75104-1',
    '0-321-75104-3',
  ],
  ...[
    '00:00:5e:00:53:01',
    '0000.5e00.5301',
    '00-00:5e:00:53:01',
    'rgb(255, 136, 0)',
    'rgb(256,0,0)',
    '123-45-6789',
    '123456789',
  ],
  ...[
    'https://example.com/',
    '/x',
    'x',
    'mailto:x',
    'http://a b/',
    '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
    'my-shop',
    'My-Shop',
    '',
  ],
];

const formats = (from: number, to: number): JSONSchemaProps =>
  object(
    Object.fromEntries(
      STRING_FORMATS.slice(from, to).map((format) => [`f-${format}`, text({ format, example: FORMATTED })]),
    ),
  );

/** Schemas of `spec` about types, numbers and texts. */
export const SCALAR_SCHEMAS: Readonly<Record<string, JSONSchemaProps>> = {
  types: object({
    s: TEXT,
    i: INTEGER,
    n: { type: 'number' },
    b: { type: 'boolean' },
    o: object({ a: TEXT }),
    l: list(TEXT),
  }),
  'number formats': object({
    int32: { type: 'integer', format: 'int32' },
    int64: { type: 'integer', format: 'int64' },
    float: { type: 'number', format: 'float' },
    double: { type: 'number', format: 'double' },
    odd: { type: 'integer', format: 'date' },
    odder: { type: 'number', format: 'ipv4' },
  }),
  'formats of other types': object({
    object: { type: 'object', format: 'date', properties: { a: TEXT } },
    list: list(TEXT, { format: 'uuid' }),
    flag: { type: 'boolean', format: 'ipv4' },
    either: { ...INT_OR_STRING, format: 'ipv4', example: ['10.0.0.1', 5, 'x'] },
    unknown: text({ format: 'no-such-format' }),
    dashed: text({ format: 'uu-id', example: FORMATTED }),
    any: { ...KEEP, format: 'date', example: FORMATTED },
  }),
  nullable: object(
    {
      s: text({ nullable: true, minLength: 1 }),
      i: { type: 'integer', nullable: true, minimum: 1 },
      o: object({ a: text({ nullable: true }), b: TEXT }, { nullable: true, required: ['a'] }),
      l: list(text({ nullable: true }), { nullable: true }),
      m: map(text({ nullable: true })),
      e: text({ nullable: true, enum: ['a', 'b'] }),
      f: text({ nullable: true, anyOf: [{ enum: ['a', 'b'] }] }),
      x: { ...KEEP, nullable: true },
    },
    { required: ['s', 'o'] },
  ),
  'not nullable': object(
    {
      s: TEXT,
      o: object({ a: TEXT, b: map(TEXT) }, { required: ['a'] }),
      l: list(object({ a: TEXT })),
      x: KEEP,
      e: INT_OR_STRING,
    },
    { required: ['s'], minProperties: 1 },
  ),
  enums: object({
    s: text({ enum: ['small', 'medium', 'large', 'A', '\ufffd'] }),
    i: { type: 'integer', enum: [1, 2, 3] },
    n: { type: 'number', enum: [1, 2, 2.5, 1e21] },
    either: { ...INT_OR_STRING, enum: ['A', 'auto', 5], example: [65, 5, 'A', 'auto', 5.5, 66] },
    flag: { type: 'boolean', enum: [true] },
    o: object({ a: INTEGER, b: TEXT }, { enum: [{ a: 1 }, { a: 2, b: 'x' }, {}] }),
    l: list(INTEGER, { enum: [[1, 2], []] }),
    any: { ...KEEP, enum: ['x', 1, null, [1], { a: 1 }, 'A'], example: [65, 'x', 1.5, [1], { a: 1 }, -1] },
  }),
  bounds: object({
    a: { type: 'integer', minimum: 1, maximum: 10 },
    b: { type: 'integer', minimum: 1, exclusiveMinimum: true, maximum: 10, exclusiveMaximum: true },
    c: { type: 'number', minimum: 0.5, maximum: 2.5 },
    d: { type: 'number', minimum: 0.5, exclusiveMinimum: true, maximum: 2.5, exclusiveMaximum: true },
    e: { type: 'integer', minimum: -0.5, maximum: 2.5 },
    f: { type: 'integer', minimum: 0.5, exclusiveMaximum: true, maximum: 3.5 },
    g: { ...INT_OR_STRING, minimum: 2, maximum: 5, maxLength: 2 },
  }),
  'large bounds': object({
    a: { type: 'integer', maximum: 2 ** 64 },
    b: { type: 'integer', minimum: -(2 ** 63), maximum: 2 ** 62 },
    c: { type: 'integer', maximum: 2 ** 60, minimum: 2 ** 60 },
    d: { type: 'number', maximum: 1e20, minimum: -1e20 },
    e: { type: 'integer', minimum: 1e19 },
  }),
  multiples: object({
    a: { type: 'integer', multipleOf: 5 },
    b: { type: 'number', multipleOf: 0.1 },
    c: { type: 'integer', multipleOf: 0.5 },
    d: { type: 'integer', multipleOf: 2.5 },
    e: { type: 'number', multipleOf: 2.5 },
    f: { type: 'integer', multipleOf: 2 ** 40 },
    g: { type: 'number', multipleOf: 0.25, minimum: -1 },
  }),
  lengths: object({
    a: text({ minLength: 1, maxLength: 3 }),
    b: text({ maxLength: 1 }),
    c: text({ minLength: 2 }),
    d: text({ maxLength: 0 }),
  }),
  'patterns of DNS': object({
    label: matching('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$', 'a', 'a-b', '-a', 'A', 'a-', 'a\n'),
    quantity: matching(
      '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE])?$',
      '1Gi',
      '1.5',
      '.5m',
      'x',
      '1GB',
    ),
    url: matching('^https?://[^\\s/$.?#].[^\\s]*$', 'http://a.b', 'https://a b', 'http://\u00a0a', 'ftp://a'),
  }),
  'patterns of Go': object({
    ends: matching('\\Aa+\\z', 'a', 'aa', 'a\n', 'ba'),
    cases: matching('(?i)^(true|false)k?$', 'TRUE', 'False', 'truek', 'true\u212a', 'no'),
    named: matching('^(?P<year>\\d{4})-(?P<month>[[:digit:]]{2})$', '2026-01', '2026-1', '\u0662026-01'),
    classes: matching('^[[:alpha:][:punct:]]+$', 'a!', 'a1', 'é', ']'),
    lines: matching('(?m)^b$', 'a\nb', 'b', 'ab', 'a\rb', 'b\u2028'),
    dot: matching('^.$', 'a', '😀', '\n', '\r', 'ab', '\u2028'),
    dotAll: matching('(?s)^.$', '\n', 'a', 'ab'),
    space: matching('^\\s$', ' ', '\v', '\u00a0', '\t', 'a'),
    quoted: matching('^\\Qa.b\\E[^\\]x]{1,2}$', 'a.bcd', 'a.b]', 'axb', 'a.bc'),
    letters: matching('^\\p{L}\\p{Greek}?[\\x{1F600}]?$', 'é', 'aα', 'a😀', '1'),
    braces: matching('^a{,2}{$', 'a{,2}{', 'aa', 'a{'),
    anywhere: matching('b+', 'abc', 'x', 'B'),
  }),
  'pattern and more': object({
    a: text({ pattern: '^[a-z]+$', minLength: 2, maxLength: 3, format: 'k8s-short-name' }),
    b: { ...INT_OR_STRING, pattern: '^\\d+%$', example: ['5%', 5, 'x'] },
  }),
  'formats 1': formats(0, 7),
  'formats 2': formats(7, 14),
  'formats 3': formats(14, 21),
  'formats 4': formats(21, 99),
};
