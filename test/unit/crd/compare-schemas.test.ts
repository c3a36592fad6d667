import * as fc from 'fast-check';
import { compareSchemas } from '../../../src/crd/compare-schemas';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';

const string: JSONSchemaProps = { type: 'string' };
const integer: JSONSchemaProps = { type: 'integer' };
const object: JSONSchemaProps = { type: 'object' };
const map: JSONSchemaProps = { type: 'object', additionalProperties: string };
const open: JSONSchemaProps = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
const anything: JSONSchemaProps = { 'x-kubernetes-preserve-unknown-fields': true };
const embedded: JSONSchemaProps = { type: 'object', 'x-kubernetes-embedded-resource': true };

const withDefault: JSONSchemaProps = { ...integer, default: 1 };
const list = (items: JSONSchemaProps): JSONSchemaProps => ({ type: 'array', items });
const mapOf = (additionalProperties: JSONSchemaProps): JSONSchemaProps => ({ type: 'object', additionalProperties });

function fields(properties: JSONSchemaProps['properties'], ...required: readonly string[]): JSONSchemaProps {
  return { type: 'object', properties, required };
}

type Row = readonly [what: string, before: JSONSchemaProps, after: JSONSchemaProps, changes: readonly string[]];

/** What changes when the field `a` of the object has another schema. */
const VALUES: readonly Row[] = [
  ['integers of numbers', { type: 'number' }, { ...integer, maximum: 1 }, ['a bound-tightened', 'a type-changed']],
  ['text beside integers', integer, { 'x-kubernetes-int-or-string': true }, ['a type-relaxed']],
  ['no text beside integers', { 'x-kubernetes-int-or-string': true }, integer, ['a type-changed']],
  ['anything', fields({ b: string }), anything, ['a type-relaxed']],
  ['no longer anything', anything, fields({ b: string }), ['a type-changed']],
  ['anything but null', { ...string, nullable: true }, anything, ['a nullable-removed', 'a type-relaxed']],
  ['an enum that may not be null any more', { enum: ['x'], nullable: true }, { enum: ['x'] }, []],
  ['a default of null', string, { ...string, default: null }, []],
  ['null that became the default', withDefault, { ...withDefault, nullable: true }, ['a null-counted']],
  [
    'a default of a field that is described no more',
    { ...open, properties: { b: withDefault } },
    open,
    ['a.b default-removed', 'a.b field-undescribed'],
  ],
  [
    'a default of a field that becomes one of all values',
    fields({ b: withDefault }),
    mapOf(withDefault),
    ['a map-added', 'a.b default-removed'],
  ],
  [
    'an enum that is in clauses',
    { ...string, enum: ['x'] },
    { ...string, allOf: [{ enum: ['x'] }, { enum: ['x'] }] },
    [],
  ],
  [
    'an enum that a clause narrows',
    { ...string, enum: ['x', 'y'] },
    { ...string, allOf: [{ enum: ['z', 'x', 'y'] }, { enum: ['y'] }] },
    ['a enum-value-removed'],
  ],
  [
    'an enum in a clause that takes nothing',
    { ...string, enum: ['x'] },
    { ...string, enum: ['x'], allOf: [{ enum: ['y'] }] },
    ['a combination-added'],
  ],
  [
    'a default with its keys in another order',
    { ...open, default: { b: 1, c: 2 } },
    { ...open, default: { c: 2, b: 1 } },
    [],
  ],
  [
    'fields of items',
    { type: 'array', items: fields({ b: string }) },
    { type: 'array', items: fields({ c: string }) },
    ['a[].b field-removed', 'a[].c field-added'],
  ],
  [
    'values of a map',
    map,
    { type: 'object', additionalProperties: { ...string, maxLength: 3 } },
    ['a[*] bound-tightened'],
  ],
  ['any value in a map', map, { type: 'object', additionalProperties: true }, ['a[*] type-relaxed']],
  ['a default for null in a list that goes', list(withDefault), list(integer), ['a[] default-removed']],
  ['another default for null in a list', list(withDefault), list({ ...integer, default: 2 }), ['a[] default-changed']],
  ['a default for null in a list', list(integer), list(withDefault), ['a[] nullable-added']],
  ['a default for null in a map that goes', mapOf(withDefault), mapOf(integer), ['a[*] default-removed']],
  [
    'another default for null in a map',
    mapOf(withDefault),
    mapOf({ ...integer, default: 2 }),
    ['a[*] default-changed'],
  ],
  ['a default for null in a map', mapOf(integer), mapOf(withDefault), ['a[*] default-added']],
  [
    'null that stays in place of a default',
    list(withDefault),
    list({ ...withDefault, nullable: true }),
    ['a[] null-counted'],
  ],
  ['a default of what may be null', list({ ...integer, nullable: true }), list({ ...withDefault, nullable: true }), []],
  ['null where nothing counts it', string, { ...string, nullable: true }, ['a nullable-added']],
  ['null in a list', list(string), list({ ...string, nullable: true }), ['a[] nullable-added']],
  [
    'null in a map with a rule',
    { ...mapOf(string), 'x-kubernetes-validations': [{ rule: 'size(self) < 2' }] },
    { ...mapOf({ ...string, nullable: true }), 'x-kubernetes-validations': [{ rule: 'size(self) < 2' }] },
    ['a[*] null-counted'],
  ],
  ['a map of what was anything', open, map, ['a[*] field-described']],
  ['unknown fields in place of a map', map, open, ['a unknown-fields-kept']],
  ['fields that become a map', fields({ b: string, c: integer }), map, ['a map-added', 'a.c type-changed']],
  ['a map that becomes fields', map, fields({ b: string, c: integer }), ['a map-removed', 'a.c type-changed']],
  [
    'a resource that is not one any more',
    embedded,
    object,
    ['a embedded-resource-removed', 'a.apiVersion field-removed', 'a.kind field-removed', 'a.metadata field-removed'],
  ],
];

const nulls = (more: JSONSchemaProps): readonly [JSONSchemaProps, JSONSchemaProps] => [
  { ...fields({ a: string, b: string }), ...more },
  { ...fields({ a: { ...string, nullable: true }, b: string }), ...more },
];

/** What changes with the fields of an object. */
const OBJECTS: readonly Row[] = [
  ['null that is one of oneOf', ...nulls({ oneOf: [{ required: ['a'] }, { required: ['b'] }] }), ['a null-counted']],
  ['null that may not be there', ...nulls({ not: { required: ['a', 'b'] } }), ['a null-counted']],
  ['null that is one field too many', ...nulls({ maxProperties: 1 }), ['a null-counted']],
  [
    'null that is no value of a clause',
    ...nulls({ allOf: [{ properties: { a: { enum: ['x'] } } }] }),
    ['a null-counted'],
  ],
  ['null that is one of anyOf', ...nulls({ anyOf: [{ required: ['a'] }, { required: ['b'] }] }), ['a nullable-added']],
  ['a new field that is required', object, fields({ a: string }, 'a'), ['a required-added']],
  [
    'a new field that is required, with a default',
    object,
    fields({ a: { ...string, default: 'x' } }, 'a'),
    ['a field-added'],
  ],
  [
    'a default for what is required',
    fields({ a: string }, 'a'),
    fields({ a: { ...string, default: 'x' } }, 'a'),
    ['a required-removed'],
  ],
  [
    'no default for what is required',
    fields({ a: { ...string, default: 'x' } }, 'a'),
    fields({ a: string }, 'a'),
    ['a default-removed', 'a required-added'],
  ],
  ['a required field that goes', fields({ a: string }, 'a'), object, ['a field-removed']],
  ['a required key of a map', map, { ...map, required: ['a'] }, ['a required-added']],
  ['a field with a name of JavaScript', fields({ constructor: string }), object, ['constructor field-removed']],
];

function compare(before: JSONSchemaProps, after: JSONSchemaProps): readonly string[] {
  const changes = compareSchemas('v1', fields({ spec: before }), fields({ spec: after }));
  return changes.map(({ path, code }) => `${path.replace('v1.spec.', '')} ${code}`).sort();
}

describe('compareSchemas()', () => {
  test.each(VALUES)('sees %s', (_what, before, after, changes) => {
    expect(compare(fields({ a: before }), fields({ a: after }))).toEqual(changes);
  });

  test.each(OBJECTS)('sees %s', (_what, before, after, changes) => {
    expect(compare(before, after)).toEqual(changes);
  });

  test('leaves apiVersion, kind and metadata to the server', () => {
    const usual = fields({ apiVersion: string, kind: string, metadata: object }, 'apiVersion', 'kind', 'metadata');
    expect(compareSchemas('v1', object, usual)).toEqual([]);
    expect(compareSchemas('v1', usual, object)).toEqual([]);
    expect(compare(fields({ a: embedded }), fields({ a: { ...usual, ...embedded } }))).toEqual([]);
  });

  test('sees what a schema asks of the name', () => {
    const short = fields({ metadata: fields({ name: { ...string, maxLength: 20 } }) });
    expect(compareSchemas('v1', object, short)).toMatchObject([{ code: 'field-described', path: 'v1.metadata.name' }]);
  });

  describe('for any structural schema', () => {
    const leaves = fc.constantFrom<JSONSchemaProps>(
      { ...string, maxLength: 9, nullable: true, pattern: '^x' },
      { ...string, anyOf: [{ pattern: 'x' }, { enum: ['y'] }] },
      { ...integer, minimum: 3, default: 5, 'x-kubernetes-validations': [{ rule: 'self != 4' }] },
      { ...open, properties: { b: integer }, required: ['b'] },
      { 'x-kubernetes-int-or-string': true },
      { ...embedded, ...open },
      anything,
    );
    const { schema } = fc.letrec<{ schema: JSONSchemaProps; inner: JSONSchemaProps }>((tie) => ({
      schema: fc.oneof({ maxDepth: 3 }, leaves, tie('inner')),
      inner: fc.oneof(
        fc.dictionary(fc.constantFrom('b', 'c', 'metadata'), tie('schema')).map((properties) => fields(properties)),
        tie('schema').map((items): JSONSchemaProps => ({ type: 'array', items })),
        tie('schema').map((additionalProperties): JSONSchemaProps => ({ type: 'object', additionalProperties })),
      ),
    }));

    test('nothing changed between it and itself', () => {
      fc.assert(fc.property(schema, (any) => expect(compare(any, structuredClone(any))).toEqual([])));
    });

    test('the order of keys is nothing', () => {
      fc.assert(
        fc.property(schema, schema, (before, after) => {
          expect(compare(reversed(before), reversed(after))).toEqual(compare(before, after));
        }),
      );
    });

    test('a new optional field is not breaking, wherever it is', () => {
      const layers = fc.constantFrom<(inside: JSONSchemaProps) => JSONSchemaProps>(
        (inside) => fields({ b: string, c: inside }, 'c'),
        (inside) => ({ type: 'array', items: inside }),
        (inside) => ({ type: 'object', additionalProperties: inside }),
      );
      fc.assert(
        fc.property(schema, fc.array(layers, { maxLength: 4 }), (fresh, around) => {
          const wrap = (inside: JSONSchemaProps) => around.reduce((inner, layer) => layer(inner), inside);
          const [before, after] = [wrap(fields({ b: string })), wrap(fields({ b: string, fresh }))];
          const changes = compareSchemas('v1', fields({ spec: before }), fields({ spec: after }));
          expect(changes).toMatchObject([{ code: 'field-added', breaking: false }]);
        }),
      );
    });
  });
});

function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([key, field]) => [key, reversed<unknown>(field)] as const);
  // Nothing but the order of the keys is another.
  return Object.fromEntries(entries.reverse()) as T;
}
