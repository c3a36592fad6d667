import { checkValue, checkValueAsIs } from '../../../src/crd/check-value';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { INT_OR_STRING, INTEGER, KEEP, list, mapBy, object, said, SET, TEXT } from './schema-parts';

type Row = readonly [sentence: string, schema: JSONSchemaProps, value: unknown, problems: readonly string[]];

const json = (text: string) => JSON.parse(text) as unknown;

const TYPES: readonly Row[] = [
  ['a string', INTEGER, '3', ['is "3", a string: give an integer']],
  ['a number', TEXT, 3, ['is 3, a number: give a string']],
  ['a boolean', { type: 'number' }, true, ['is true, a boolean: give a number']],
  ['null', TEXT, null, ['is null: give a string']],
  ['a list', object({}), [], ['is a list: give an object']],
  ['an object', list(TEXT), {}, ['is an object: give a list']],
  ['a fraction', INTEGER, 1.5, ['is 1.5, a number: give an integer']],
  ['a fraction of a billionth', INTEGER, 1_000_000_000.5, []],
  ['a whole number', { type: 'number' }, 3, []],
  ['a number beyond 64 bits', INTEGER, 2 ** 63, ['is 9223372036854776000, a number: give an integer']],
  ['the lowest number of 64 bits', INTEGER, -(2 ** 63), []],
  ['a number that is one to JavaScript only', { type: 'number' }, NaN, ['is NaN, which JSON has not: give a number']],
  ['a bigint', INTEGER, 5n, ['is 5, a bigint, which JSON has not: give an integer']],
  ['a function', KEEP, () => 1, ['is a function, which JSON has not: give a value']],
  ['undefined', TEXT, undefined, ['is undefined: give a string']],
  ['an integer or string', list(INT_OR_STRING), [1, 'a', 1.5], ['[2] is 1.5, a number: give an integer or a string']],
  ['int32, which is a comment', { ...INTEGER, format: 'int32' }, 2 ** 40, []],
  ['a list for a text with a format, which nobody refuses', { ...TEXT, format: 'date' }, ['x'], []],
  ['a number where only a format is', { ...KEEP, format: 'date' }, 5, ['is 5, a number: give a value']],
  ['anything where anything goes', list(KEEP), [1, 'a', true, null, {}, []], []],
];

const SCALARS: readonly Row[] = [
  ['a word', { ...TEXT, enum: ['small', 'large'] }, 'smal', ['is "smal": did you mean "small"']],
  ['a word unlike others', { ...TEXT, enum: ['small', 'large'] }, 'x', ['is "x": give "small" or "large"']],
  ['a listed number', { ...INTEGER, enum: [1, 2] }, 3, ['is 3: give 1 or 2']],
  ['null, which a list never has', { ...TEXT, nullable: true, enum: ['a', null] }, null, ['is null: give "a"']],
  ['a fraction, which counts as what it begins with', { type: 'number', enum: [1] }, 1.9, []],
  ['a number, which counts as the character of that code', { ...INT_OR_STRING, enum: ['A'] }, 65, []],
  ['a listed object', { ...KEEP, enum: [{ a: 1, b: [2] }] }, { b: [2], a: 1 }, []],
  ['another object', object({ a: INTEGER }, { enum: [{ a: 1 }] }), { a: 2 }, ['is an object: give {"a":1}']],
  ['a small number', { ...INTEGER, minimum: 1 }, 0, ['is 0: give at least 1']],
  ['a large number', { ...INTEGER, maximum: 5 }, 6, ['is 6: give at most 5']],
  ['a number at the lower end', { type: 'number', minimum: 1, exclusiveMinimum: true }, 1, ['is 1: give more than 1']],
  ['a number at the upper end', { type: 'number', maximum: 5, exclusiveMaximum: true }, 5, ['is 5: give less than 5']],
  ['an integer, for which bounds lose their fraction', list({ ...INTEGER, minimum: 0.5, maximum: 2.5 }), [0, 2], []],
  [
    'a maximum beyond 64 bits',
    { ...INTEGER, maximum: 2 ** 64 },
    1,
    ['is 1: no integer fits a maximum of 18446744073709552000, beyond 64 bits'],
  ],
  [
    'a large number as JSON writes it',
    { ...INTEGER, maximum: 2 ** 60 },
    2 ** 60,
    ['is 1152921504606847000: give at most 1152921504606847000'],
  ],
  ['what is no multiple', { ...INTEGER, multipleOf: 5 }, 7, ['is 7: give a multiple of 5']],
  [
    'a multiple with a fraction',
    list({ type: 'number', multipleOf: 0.1 }),
    [0.30000000000000004, 1.25],
    ['[1] is 1.25: give a multiple of 0.1'],
  ],
  [
    'a multiple of a fraction',
    { type: 'number', multipleOf: 0.5 },
    1,
    ['is 1: no integer fits a multipleOf of 0.5, which counts as 0 for it'],
  ],
  ['an empty text', { ...TEXT, minLength: 1 }, '', ['is empty: give at least 1']],
  ['a short text', { ...TEXT, minLength: 2 }, '😀', ['has 1 character: give at least 2']],
  ['a long text', { ...TEXT, maxLength: 2 }, 'a😀b', ['has 3 characters: give at most 2']],
  ['a text of that many characters', { ...TEXT, maxLength: 2 }, '😀😀', []],
  ['a text that does not match', { ...TEXT, pattern: '^a+$' }, 'b', ['is "b": give a string that matches ^a+$']],
  ['a text with a pattern that cannot be run', { ...TEXT, pattern: '(?i:a)b' }, 'x', []],
  [
    'a text of another format',
    { ...TEXT, format: 'ipv4' },
    'x',
    ['is "x", not an IPv4 address: write one such as "10.0.0.1"'],
  ],
  [
    'a text that breaks several rules',
    { ...TEXT, minLength: 5, pattern: '^b', format: 'date' },
    'a',
    ['has 1 character: give at least 5'],
  ],
  [
    'a very long text',
    { ...TEXT, pattern: '^b' },
    'a'.repeat(99),
    [`is "${'a'.repeat(79)}...": give a string that matches ^b`],
  ],
];

const OBJECTS: readonly Row[] = [
  [
    'a field that is missing',
    object({ a: TEXT }, { required: ['a', 'b'] }),
    {},
    ['a is missing: give a string', 'b is missing: give a value'],
  ],
  [
    'a field of a few words',
    object({ a: { enum: ['x', 'y'] } }, { required: ['a'] }),
    {},
    ['a is missing: give "x" or "y"'],
  ],
  [
    'null for a field that there must be',
    object({ a: TEXT }, { required: ['a'] }),
    { a: null },
    ['a is missing: give a string'],
  ],
  [
    'null for a nullable field that there must be',
    object({ a: { ...TEXT, nullable: true } }, { required: ['a'] }),
    { a: null },
    [],
  ],
  ['undefined for a field', object({ a: TEXT }), { a: undefined, b: undefined }, []],
  ['a field with a default that there must be', object({ a: { ...TEXT, default: 'a' } }, { required: ['a'] }), {}, []],
  [
    'a misspelled field',
    object({ replicas: INTEGER }, { required: ['replicas'] }),
    { replcias: 1 },
    ['replcias is not known: did you mean "replicas"'],
  ],
  [
    'an unknown field',
    object({ a: TEXT, b: TEXT }),
    { xyz: null },
    ['xyz is not known: leave it out, or use "a" or "b"'],
  ],
  ['a field of an object without any', { type: 'object' }, { a: 1 }, ['a is not known: leave it out']],
  [
    'names that all objects inherit',
    object({ a: TEXT }),
    json('{"constructor":1,"__proto__":1}'),
    [...['constructor is not known: leave it out, or use "a"', '__proto__ is not known: leave it out, or use "a"']],
  ],
  [
    'such names, when they are fields',
    object({ toString: INTEGER }, { required: ['constructor'] }),
    { toString: 1 },
    ['constructor is missing: give a value'],
  ],
  [
    'the values of a map',
    { type: 'object', additionalProperties: INTEGER },
    { 'a.b': 'x' },
    ['["a.b"] is "x", a string: give an integer'],
  ],
  ['a map that has none', { type: 'object', additionalProperties: false }, { a: 1 }, ['a is not known: leave it out']],
  [
    'objects in a map of anything',
    { type: 'object', additionalProperties: true },
    { a: 1, b: [{ c: 1 }] },
    ['b[0].c is not known, for no schema names it: leave it out'],
  ],
  [
    'few fields',
    { type: 'object', additionalProperties: TEXT, minProperties: 2 },
    { a: 'a' },
    ['has 1 field: give at least 2'],
  ],
  [
    'many fields',
    { type: 'object', additionalProperties: TEXT, maxProperties: 1 },
    { a: 'a', b: 'b' },
    ['has 2 fields: give at most 1'],
  ],
  ['the number of fields with their defaults', object({ a: { ...TEXT, default: 'a' } }, { minProperties: 1 }), {}, []],
  [
    'a path',
    object({ spec: object({ items: list({ type: 'object', additionalProperties: object({ c: TEXT }) }) }) }),
    { spec: { items: [{ 'a.b': { c: 1 } }] } },
    ['spec.items[0]["a.b"].c is 1, a number: give a string'],
  ],
  [
    'unknown fields that are kept',
    object({ a: object({ b: TEXT }) }, KEEP),
    { x: { y: 1 }, a: { c: 1 } },
    ['a.c is not known: leave it out, or use "b"'],
  ],
  [
    'unknown fields that a list keeps',
    list(object({ a: object({}) }), KEEP),
    [{ x: 1, a: { b: 1 } }],
    ['[0].a.b is not known: leave it out'],
  ],
];

const LISTS: readonly Row[] = [
  ['few items', list(TEXT, { minItems: 2 }), ['a'], ['has 1 item: give at least 2']],
  ['many items', list(TEXT, { maxItems: 1 }), ['a', 'b'], ['has 2 items: give at most 1']],
  ['null as an item', list(TEXT), [null, undefined], ['[0] is null: give a string', '[1] is undefined: give a string']],
  [
    'an item twice in a set',
    { type: 'array', ...SET, items: TEXT },
    ['a', 'b', 'a', 'a'],
    ['[2] is the same "a" as [0]: give it once', '[3] is the same "a" as [0]: give it once'],
  ],
  [
    'an object twice in a set',
    { type: 'array', ...SET, items: object({ a: INTEGER, b: INTEGER }) },
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    ['[1] is the same as [0]: give it once'],
  ],
  ['a number and its text in a set', { type: 'array', ...SET, items: INT_OR_STRING }, [1, '1'], []],
  [
    'a key twice',
    list(object({ name: TEXT }), mapBy('name')),
    [{ name: 'a' }, { name: 'a' }],
    ['[1] has the same name "a" as [0]: give it another'],
  ],
  [
    'two keys twice',
    list(object({ port: INTEGER, protocol: { ...TEXT, default: 'TCP' } }), mapBy('port', 'protocol')),
    [{ port: 80 }, { port: 80, protocol: 'UDP' }, { port: 80, protocol: 'TCP' }],
    ['[2] has the same port 80 and protocol "TCP" as [0]: give it another'],
  ],
  [
    'items of a map that are no objects',
    list(object({ name: TEXT }), mapBy('name')),
    ['a', 'a'],
    ['[0] is "a", a string: give an object', '[1] is "a", a string: give an object'],
  ],
];

describe.each([
  ['types', TYPES],
  ['scalars', SCALARS],
  ['objects', OBJECTS],
  ['lists', LISTS],
])('checkValue() knows %s:', (_title, rows) => {
  test.each(rows)('%s', (_sentence, schema, value, problems) => {
    expect(said(checkValue(schema, value))).toEqual(problems);
  });
});

test('checkValueAsIs() drops no null and fills in no default', () => {
  const schema = object({ a: TEXT, b: { ...TEXT, default: 'b' } }, { required: ['b'] });
  expect(said(checkValueAsIs(schema, { a: null }))).toEqual([
    'a is null: give a string',
    'b is missing: give a string',
  ]);
  expect(checkValue(schema, { a: null })).toEqual([]);
});
