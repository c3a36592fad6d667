import * as fc from 'fast-check';
import { checkResource, checkValue, checkValueAsIs } from '../../../src/crd/check-value';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { KEEP, list, mapBy, object, said, SET, TEXT } from './schema-parts';

type Row = readonly [sentence: string, schema: JSONSchemaProps, value: unknown, problems: readonly string[]];

test.each<Row>([
  ['a part of itself', KEEP, { a: { b: partOfItself() } }, ['a.b.self is a part of itself: leave it out']],
  ['a part that is there twice', KEEP, twice({ a: 1 }), []],
  ['NaN deep inside', KEEP, { a: [{ 'b.c': NaN }] }, ['a[0]["b.c"] is NaN, which JSON has not: give another value']],
  ['a depth of 9,000', KEEP, nested(9_000), []],
  ['a depth of 100,000', KEEP, nested(100_000), ['x is nested more than 10000 levels deep: make it flatter']],
  [
    'such a depth where nothing is named',
    { type: 'object', additionalProperties: true },
    nested(100_000),
    ['x is nested more than 10000 levels deep: make it flatter'],
  ],
  ['such a depth where it does not fit', object({ x: TEXT }), nested(100_000), ['x is a list: give a string']],
])('checkValue() finds %s', (_sentence, schema, value, problems) => {
  expect(said(checkValue(schema, value))).toEqual(problems);
});

function partOfItself(): object {
  const value: Record<string, unknown> = {};
  value.self = value;
  return value;
}

function twice(value: object): object {
  return { a: value, b: [value, value] };
}

function nested(levels: number): object {
  let value: readonly unknown[] = [];
  for (let level = 1; level < levels; level++) value = [value];
  return { x: value };
}

test('a schema may have null where Go has nothing', () => {
  const nothing = {
    type: 'object',
    required: null,
    enum: null,
    allOf: null,
    anyOf: null,
    not: null,
    minProperties: null,
  };
  const schema = { ...nothing, properties: { a: null, b: { type: 'array', items: null, minItems: null } } };
  // YAML has such schemas, and the type of a schema has not.
  expect(said(checkValue(schema as unknown as JSONSchemaProps, { a: 1, b: [1], c: 1 }))).toEqual([
    'c is not known: leave it out, or use "a" or "b"',
  ]);
});

test('a schema may be deeper than the stack, as long as the value is not', () => {
  let schema: JSONSchemaProps = TEXT;
  for (let level = 0; level < 50_000; level++) schema = list(schema);
  expect(said(checkValueAsIs(schema, [[1]]))).toEqual(['[0][0] is 1, a number: give a list']);
  expect(said(checkValueAsIs(object({ x: schema }), nested(100_000)))).toEqual([
    'is nested too deep to be checked, and so is its schema: make both flatter',
  ]);
});

test('checkValue() never throws, whatever the value', () => {
  const schemas: readonly JSONSchemaProps[] = [
    ...[TEXT, KEEP, object({ a: TEXT }), object({ a: KEEP }, KEEP), { type: 'object', additionalProperties: true }],
    ...[list(KEEP, SET), list(object({ a: KEEP }), mapBy('a')), { ...KEEP, enum: [{ a: 1 }, [1], 1, 'a'] }],
    { type: 'object', 'x-kubernetes-embedded-resource': true, ...KEEP, not: { required: ['a'] } },
    { ...KEEP, oneOf: ['x', 'y'].map((kind) => ({ properties: { kind: { enum: [kind] } }, required: ['kind'] })) },
  ];
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...schemas),
      fc.oneof(anything, fc.record({ a: anything, kind: anything })),
      (schema, value) => {
        for (const line of [...said(checkValue(schema, value)), ...said(checkResource(schema, value))])
          expect(line).not.toBe('');
      },
    ),
    { numRuns: 2000 },
  );
});
