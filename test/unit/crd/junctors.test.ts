import { checkValue } from '../../../src/crd/check-value';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { INTEGER, KEEP, object, said, TEXT } from './schema-parts';

type Row = readonly [sentence: string, schema: JSONSchemaProps, value: unknown, problems: readonly string[]];

const oneOfKinds: JSONSchemaProps = object(
  { kind: { ...TEXT, enum: ['http', 'tcp'] }, http: KEEP, tcp: KEEP },
  {
    oneOf: [
      { properties: { kind: { enum: ['http'] } }, required: ['http'], not: { required: ['tcp'] } },
      { properties: { kind: { enum: ['tcp'] } }, required: ['tcp'], not: { required: ['http'] } },
    ],
  },
);
const aOrB = object({ a: TEXT, b: TEXT });
const requires = (...fields: readonly string[]) => fields.map((field): JSONSchemaProps => ({ required: [field] }));

test.each<Row>([
  [
    'clauses that must all fit',
    object({ a: INTEGER }, { allOf: [{ required: ['a'] }, { properties: { a: { minimum: 5 } } }] }),
    { a: 1 },
    ['a is 1: give at least 5'],
  ],
  [
    'what two clauses say of one value',
    { ...INTEGER, allOf: [{ minimum: 5 }, { multipleOf: 2 }] },
    1,
    ['is 1: give at least 5'],
  ],
  [
    'what is known to be wrong',
    object({ a: { ...INTEGER, minimum: 9 } }, { allOf: [{ properties: { a: { minimum: 5 } } }] }),
    { a: 1 },
    ['a is 1: give at least 9'],
  ],
  [
    'none of some fields',
    { ...aOrB, anyOf: requires('a', 'b') },
    {},
    ['has none of "a", "b": give at least one of them'],
  ],
  ['none of two fields', { ...aOrB, oneOf: requires('a', 'b') }, {}, ['has none of "a", "b": give one of them']],
  [
    'both of two fields',
    { ...aOrB, oneOf: requires('a', 'b') },
    { a: 'a', b: 'b' },
    ['has "a" and "b": give only one of them'],
  ],
  [
    'a field with a default, which counts',
    { ...object({ a: { ...TEXT, default: 'a' } }), anyOf: requires('a', 'b') },
    {},
    [],
  ],
  ['the alternative of a kind', oneOfKinds, { kind: 'tcp' }, ['tcp is missing: give a value']],
  [
    'a field of another kind',
    oneOfKinds,
    { kind: 'tcp', tcp: {}, http: {} },
    ['http does not go with the rest: leave it out'],
  ],
  ['a kind that is none', oneOfKinds, { kind: 'udp', tcp: {} }, ['kind is "udp": give "http" or "tcp"']],
  [
    'a kind that only the alternatives know',
    { ...oneOfKinds, properties: { ...oneOfKinds.properties, kind: TEXT } },
    { kind: 'x', tcp: {} },
    ['kind is "x": give "http" or "tcp"'],
  ],
  [
    'the closest alternative',
    { ...TEXT, anyOf: [{ format: 'ipv4' }, { maxLength: 1 }] },
    'xy',
    [
      'fits none of the 2 alternatives of anyOf; for number 1, it is "xy", not an IPv4 address: write one such as "10.0.0.1"',
    ],
  ],
  [
    'the one alternative there is',
    { ...TEXT, nullable: true, anyOf: [{ enum: ['a', 'b'] }] },
    'c',
    ['is "c": give "a" or "b"'],
  ],
  ['null, which no clause is asked about', { ...TEXT, nullable: true, anyOf: [{ enum: ['a'] }], not: {} }, null, []],
  [
    'two alternatives that fit',
    { ...INTEGER, oneOf: [{ minimum: 1 }, { minimum: 2 }, { minimum: 9 }] },
    3,
    ['fits numbers 1 and 2 of the 3 alternatives of oneOf: change it so that only one fits'],
  ],
  ['what is ruled out', { ...TEXT, not: { enum: ['a'] } }, 'a', ['is "a", which "not" rules out: give another value']],
  [
    'a value that a field cannot be in',
    { ...TEXT, not: { required: ['a'] } },
    'x',
    ['is "x", which "not" rules out: give another value'],
  ],
  [
    'fields that are ruled out',
    { ...aOrB, not: { anyOf: requires('a', 'b') } },
    { a: 'a', b: 'b' },
    ['a does not go with the rest: leave it out', 'b does not go with the rest: leave it out'],
  ],
  [
    'fields that clauses do not name',
    object({ a: KEEP }, { allOf: [{ properties: { a: { properties: { b: { minimum: 5 } } } } }] }),
    { a: { c: 1, b: 1 } },
    ['a.b is 1: give at least 5'],
  ],
])('checkValue() knows %s', (_sentence, schema, value, problems) => {
  expect(said(checkValue(schema, value))).toEqual(problems);
});
