import fc from 'fast-check';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../../src/manifest/kubernetes';

type Schema = fc.Arbitrary<JSONSchemaProps>;

/** Definitions of others, which say everything that a definition can say. */
export const definitions: fc.Arbitrary<CustomResourceDefinition> = fc
  .record({ versions: fc.integer({ min: 1, max: 2 }), cluster: fc.boolean(), shortNames: fc.boolean() })
  .chain(({ versions, cluster, shortNames }) =>
    fc.array(version(), { minLength: versions, maxLength: versions }).map((made) => ({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'boxes.random.example.com', annotations: { 'example.com/tool': "random's" } },
      spec: {
        group: 'random.example.com',
        names: { kind: 'Box', plural: 'boxes', singular: 'box', ...(shortNames && { shortNames: ['bx'] }) },
        scope: cluster ? 'Cluster' : 'Namespaced',
        versions: made.map((each, index) => ({ ...each, name: `v${index + 1}`, served: true, storage: index === 0 })),
      },
    })),
  );

type Version = CustomResourceDefinition['spec']['versions'][number];

function version(): fc.Arbitrary<Omit<Version, 'name' | 'served' | 'storage'>> {
  return fc
    .record({ spec: object(4), status: object(2), hasStatus: fc.boolean(), needsSpec: fc.boolean() })
    .map((made) => ({
      schema: {
        openAPIV3Schema: {
          type: 'object',
          description: 'A box.\nIt has `things`.',
          properties: {
            apiVersion: { type: 'string', description: 'as usual' },
            kind: { type: 'string' },
            metadata: { type: 'object' },
            spec: made.spec,
            status: made.status,
          },
          ...(made.needsSpec && { required: ['spec'] }),
        },
      },
      ...(made.hasStatus && { subresources: { status: {} } }),
      additionalPrinterColumns: [{ name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp', priority: 1 }],
    }));
}

const TEXTS = [
  "it's",
  '"quoted"',
  'two\nlines\n',
  'back\\slash and `tick` ${x}',
  'zero\u200bwidth',
  'é ☃ 😀',
  'x'.repeat(150),
];
const PATTERNS = [
  '^[a-z]+$',
  '^(?i)ab$',
  '^a/b\\.c$',
  '\\d{1,3}',
  '^[^/]{2}$',
  '[[:alpha:]]',
  '^\\S+$',
  '^.$',
  '\\pL',
  "it's",
];

/** What any schema may say beside its type. */
function withWords(schema: Schema): Schema {
  return fc
    .record(
      {
        description: fc.constantFrom(...TEXTS),
        nullable: fc.boolean(),
        title: fc.constant('T'),
        'x-kubernetes-validations': fc.constantFrom(
          [{ rule: 'true', message: 'it\'s "true"' }],
          [
            { rule: 'self == self', reason: 'FieldValueForbidden' },
            { rule: 'true', messageExpression: "'no'" },
          ],
        ),
      },
      { requiredKeys: [] },
    )
    .chain(({ 'x-kubernetes-validations': rules, ...words }) =>
      schema.map((each) => ({
        ...each,
        ...words,
        // Rules know nothing of a value without a type.
        ...(rules && (each.type ?? each['x-kubernetes-int-or-string']) && { 'x-kubernetes-validations': rules }),
      })),
    );
}

function optional(words: Partial<Record<keyof JSONSchemaProps, fc.Arbitrary<unknown>>>, type: string): Schema {
  return fc.record(words, { requiredKeys: [] }).map((said) => ({ type, ...said }) as JSONSchemaProps);
}

const strings = fc.oneof(
  optional(
    {
      minLength: fc.nat(3),
      maxLength: fc.integer({ min: 3, max: 9 }),
      pattern: fc.constantFrom(...PATTERNS),
      format: fc.constantFrom('date-time', 'ipv4', 'uuid', 'hexcolor', 'something-else', 'byte'),
      allOf: fc.constantFrom([{ pattern: '^a' }, { pattern: 'z$' }], [{ not: { enum: ['x'] } }]),
    },
    'string',
  ),
  optional({ enum: fc.uniqueArray(fc.constantFrom('a', 'b', '10', '', "it's"), { minLength: 1 }) }, 'string'),
  fc.constantFrom<JSONSchemaProps>({ type: 'string', default: "it's" }, { type: 'string', default: '' }),
);

const numbers = fc.oneof(
  optional(
    {
      format: fc.constantFrom('int32', 'int64', 'uint8'),
      minimum: fc.integer({ min: -5, max: 5 }),
      exclusiveMinimum: fc.boolean(),
      maximum: fc.constantFrom(6, 65535, 2 ** 32, 2 ** 63),
      multipleOf: fc.constantFrom(1, 5),
    },
    'integer',
  ),
  optional(
    { format: fc.constantFrom('double', 'float'), minimum: fc.constant(0.5), maximum: fc.constant(1e21) },
    'number',
  ),
  optional({ enum: fc.constantFrom([1], [1, 2, 3]), format: fc.constantFrom('int32', 'int64') }, 'integer'),
  fc.constantFrom<JSONSchemaProps>(
    { type: 'number', enum: [0.5, 1.5] },
    { type: 'number', enum: [1, 1.5] },
    { type: 'integer', default: 0 },
    { type: 'boolean', enum: [true] },
    { type: 'boolean', default: false },
  ),
);

const INT_OR_STRING = [{ type: 'integer' }, { type: 'string' }];
const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

const others = fc.constantFrom<JSONSchemaProps>(
  { 'x-kubernetes-int-or-string': true },
  { 'x-kubernetes-int-or-string': true, anyOf: INT_OR_STRING, default: 80 },
  { 'x-kubernetes-int-or-string': true, anyOf: INT_OR_STRING, pattern: QUANTITY },
  { 'x-kubernetes-int-or-string': true, pattern: '^[0-9]+%$', minimum: 1 },
  { 'x-kubernetes-preserve-unknown-fields': true },
  { 'x-kubernetes-preserve-unknown-fields': true, default: { a: [1, null] } },
  { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  { type: 'object', 'x-kubernetes-preserve-unknown-fields': true, 'x-kubernetes-embedded-resource': true },
  {
    type: 'object',
    'x-kubernetes-embedded-resource': true,
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, spec: { type: 'object' } },
  },
  { type: 'object', additionalProperties: true },
  { type: 'object' },
);

function schema(depth: number): Schema {
  const scalars = withWords(fc.oneof(strings, numbers, others));
  if (depth === 0) return scalars;
  return fc.oneof({ arbitrary: scalars, weight: 4 }, object(depth), map(depth), list(depth));
}

function map(depth: number): Schema {
  const words = { minProperties: fc.constant(1), maxProperties: fc.constant(9) };
  return withWords(
    fc
      .tuple(optional(words, 'object'), schema(depth - 1))
      .map(([said, additionalProperties]) => ({ ...said, additionalProperties })),
  );
}

function list(depth: number): Schema {
  const words = { minItems: fc.constant(0), maxItems: fc.constant(9), default: fc.constant([]) };
  const said = optional({ ...words, 'x-kubernetes-list-type': fc.constant('atomic') }, 'array');
  const plain = fc.tuple(said, schema(depth - 1)).map(([list, items]) => ({ ...list, items }));
  const set = strings.map((items): JSONSchemaProps => ({ type: 'array', items, 'x-kubernetes-list-type': 'set' }));
  const ofKeys = object(depth - 1, { key: { type: 'string' }, also: { type: 'integer', default: 1 } });
  const keyed = ofKeys.map(({ nullable: _nullable, default: _default, ...items }): JSONSchemaProps => ({
    type: 'array',
    items: { ...items, required: [...new Set([...(items.required ?? []), 'key'])] },
    'x-kubernetes-list-type': 'map',
    'x-kubernetes-list-map-keys': ['key', 'also'],
  }));
  return withWords(fc.oneof(plain, set, keyed));
}

const NAMES = ['a', 'b', 'x-y', 'c.d', 'default', 'constructor', 'class', '1st', 'z'];

function object(depth: number, more: Readonly<Record<string, JSONSchemaProps>> = {}): Schema {
  const fields = fc.dictionary(fc.constantFrom(...NAMES), schema(Math.max(depth - 1, 0)), {
    maxKeys: 5,
    noNullPrototype: true,
  });
  const words = optional(
    {
      'x-kubernetes-preserve-unknown-fields': fc.constant(true),
      'x-kubernetes-map-type': fc.constantFrom('atomic', 'granular'),
      minProperties: fc.constant(0),
      oneOf: fc.constant([{ required: ['a'] }, { required: ['b'] }]),
      not: fc.constant({ required: ['nothing'] }),
      anyOf: fc.constant([{ properties: { a: { enum: ['x'] } } }, {}]),
    },
    'object',
  );
  return withWords(
    fc.tuple(words, fields, fc.array(fc.nat(5)), fc.boolean()).map(([said, made, needed, isFilled]) => {
      const properties = { ...made, ...more };
      const names = Object.keys(properties);
      const required = [...new Set(needed.flatMap((index) => names[index] ?? []))];
      const isEmpty = required.length === 0 && said.oneOf === undefined && said.anyOf === undefined;
      return {
        ...said,
        properties,
        ...(required.length > 0 && { required }),
        ...(isFilled && isEmpty && { default: {} }),
      };
    }),
  );
}
