import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { A, type Case, field, object, ROOT, text, whole, widget } from './definitions';

const root = (more: JSONSchemaProps, version?: object) =>
  widget({ schema: { ...object({ spec: object({}) }), ...more }, version });
const withStatus = { subresources: { status: {} } };
const embedded = (more: JSONSchemaProps) =>
  field({
    type: 'object',
    'x-kubernetes-embedded-resource': true,
    'x-kubernetes-preserve-unknown-fields': true,
    ...more,
  });
/** What the API server refuses of the schema of a version. */
export const REFUSED_SCHEMAS: readonly Case[] = [
  [
    'a field without a type',
    field({ minLength: 1 }),
    A,
    'has no type: write "string" or what it is, or x-kubernetes-preserve-unknown-fields: true for any value',
  ],
  ['an object without a type', field({ properties: { b: text } }), A, 'has no type: write "object"'],
  ['an enum without a type', field({ enum: ['a', 'b'] }), A, 'has no type: write "string"'],
  [
    'items without a type',
    field({ type: 'array', items: { maximum: 1 } }),
    `${A}.items`,
    'has no type: write "string" or what it is, or x-kubernetes-preserve-unknown-fields: true for any value',
  ],
  [
    'values of a map without a type',
    field({ type: 'object', additionalProperties: {} }),
    `${A}.additionalProperties`,
    'has no type: write "string" or what it is, or x-kubernetes-preserve-unknown-fields: true for any value',
  ],
  [
    'a key that is no identifier',
    field(object({ 'a.b': {} })),
    `${A}.properties["a.b"]`,
    'has no type: write "string" or what it is, or x-kubernetes-preserve-unknown-fields: true for any value',
  ],
  [
    'an array without items',
    field({ type: 'array' }),
    A,
    'is an array without items: say what is in it, such as items: { type: string }',
  ],
  ['a root without a type', widget({ schema: { properties: {} } }), ROOT, 'has no type: write "object"'],
  [
    'a root that is a list',
    widget({ schema: { type: 'array', items: text } }),
    `${ROOT}.type`,
    'is "array": a resource is an "object"',
  ],
  [
    'a root that may be null',
    root({ nullable: true }),
    `${ROOT}.nullable`,
    'is at the root, and a resource is never null: leave it out',
  ],
  [
    'a root that is a map',
    widget({ schema: { type: 'object', additionalProperties: text } }),
    `${ROOT}.additionalProperties`,
    'is at the root, which has fields of its own: name them in properties',
  ],
  ['a type with a typo', field({ type: 'sting' }), `${A}.type`, '"sting" is no type: did you mean "string"'],
  ['a type of another language', field({ type: 'int' }), `${A}.type`, '"int" is no type: did you mean "integer"'],
  [
    'a type that is none',
    field({ type: 'date' }),
    `${A}.type`,
    '"date" is no type: use one of array, boolean, integer, number, object, string',
  ],
  [
    'the type null',
    field({ type: 'null' }),
    `${A}.type`,
    '"null" is no type: write nullable: true beside the type of the other values',
  ],
  [
    'properties and additionalProperties',
    field(object({ b: text }, { additionalProperties: text })),
    `${A}.additionalProperties`,
    'is beside properties: leave it out, unknown fields are pruned anyway; for a map leave properties out',
  ],
  [
    'properties and no others',
    field(object({ b: text }, { additionalProperties: false })),
    `${A}.additionalProperties`,
    'is beside properties: leave it out, unknown fields are pruned anyway; for a map leave properties out',
  ],

  [
    'a reference',
    field({ ...text, $ref: '#/definitions/b' }),
    `${A}.$ref`,
    'is not supported: write out the schema that it refers to',
  ],
  [
    'a $schema',
    root({ $schema: 'http://json-schema.org/schema#' }),
    `${ROOT}.$schema`,
    'is not supported: leave it out',
  ],
  ['an id', field({ ...text, id: 'a' }), `${A}.id`, 'is not supported: leave it out'],
  [
    'definitions',
    field({ ...text, definitions: { b: text } }),
    `${A}.definitions`,
    'is not supported: write each schema out where it is used',
  ],
  [
    'patternProperties',
    field({ type: 'object', patternProperties: { '^b': text } }),
    `${A}.patternProperties`,
    'is not supported: use additionalProperties, and a rule in x-kubernetes-validations',
  ],
  [
    'dependencies',
    field(object({ b: text, c: text }, { dependencies: { b: ['c'] } })),
    `${A}.dependencies`,
    'is not supported: use a rule in x-kubernetes-validations',
  ],
  [
    'additionalItems',
    field({ type: 'array', items: text, additionalItems: true }),
    `${A}.additionalItems`,
    'is not supported: leave it out',
  ],
  [
    'a list of items',
    field({ type: 'array', items: [text] }),
    `${A}.items`,
    'is a list: write one schema, which all items have',
  ],
  [
    'uniqueItems',
    field({ type: 'array', items: text, uniqueItems: true }),
    `${A}.uniqueItems`,
    'is not supported, because it is slow: write x-kubernetes-list-type: set',
  ],
  [
    'a pattern that looks ahead',
    field({ ...text, pattern: '^(?!-)' }),
    `${A}.pattern`,
    '"^(?!-)" has a "(?" that Go does not know, which has no look-around: say it in x-kubernetes-validations',
  ],
  [
    'a pattern that is open',
    field({ ...text, pattern: 'a(b' }),
    `${A}.pattern`,
    '"a(b" has a "(" without its ")": close it, or write "\\(" for the character',
  ],
  [
    'a pattern that repeats too often',
    field({ ...text, pattern: '^.{1,1024}$' }),
    `${A}.pattern`,
    '"^.{1,1024}$" repeats more than 1000 times by "{1,1024}": repeat less',
  ],

  [
    'a type in anyOf',
    field({ ...text, anyOf: [{ type: 'string' }] }),
    `${A}.anyOf[0].type`,
    'is inside of anyOf, which only restricts values: say it outside',
  ],
  [
    'a default in oneOf',
    field({ ...text, oneOf: [{ default: 'a' }] }),
    `${A}.oneOf[0].default`,
    'is inside of oneOf, which only restricts values: say it outside',
  ],
  [
    'a description in allOf',
    field({ ...text, allOf: [{ description: 'a' }] }),
    `${A}.allOf[0].description`,
    'is inside of allOf, which only restricts values: say it outside',
  ],
  [
    'null in not',
    field({ ...text, not: { nullable: true } }),
    `${A}.not.nullable`,
    'is inside of not, which only restricts values: say it outside',
  ],
  [
    'a map in allOf',
    field({ type: 'object', additionalProperties: text, allOf: [{ additionalProperties: { minLength: 1 } }] }),
    `${A}.allOf[0].additionalProperties`,
    'is inside of allOf, which only restricts values: say it outside',
  ],
  [
    'rules in allOf',
    field({ ...text, allOf: [{ 'x-kubernetes-validations': [{ rule: 'true' }] }] }),
    `${A}.allOf[0].x-kubernetes-validations`,
    'is inside of allOf, which only restricts values: say it outside',
  ],
  [
    'metadata in not',
    field(object({ metadata: text }, { not: { properties: { metadata: { minLength: 1 } } } })),
    `${A}.not.properties.metadata`,
    'is inside of not, where nothing can be said of metadata: leave it out',
  ],
  [
    'a property that is only in anyOf of the root',
    root({ anyOf: [{ properties: { other: { minLength: 1 } } }] }),
    `${ROOT}.anyOf[0].properties.other`,
    'is not declared outside of anyOf: do it there too',
  ],

  [
    'integer or string in another form',
    field({ 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'string' }, { maximum: 5 }] }),
    `${A}.anyOf[0].type`,
    'is inside of anyOf, which only restricts values: leave it out, or write anyOf: [{ type: integer }, { type: string }], in this order',
  ],
  [
    'integer or string that keeps fields',
    field({ 'x-kubernetes-int-or-string': true, 'x-kubernetes-preserve-unknown-fields': true }),
    `${A}.x-kubernetes-preserve-unknown-fields`,
    'is beside x-kubernetes-int-or-string, which has no fields: leave it out',
  ],
  [
    'fields that are not kept',
    field(object({}, { 'x-kubernetes-preserve-unknown-fields': false })),
    `${A}.x-kubernetes-preserve-unknown-fields`,
    'is false: leave it out, or write true',
  ],
  [
    'an embedded resource without a type',
    embedded({ type: undefined }),
    A,
    'has no type: an embedded resource is an "object"',
  ],
  ['an embedded string', embedded({ type: 'string' }), `${A}.type`, 'is "string": an embedded resource is an "object"'],
  [
    'an embedded resource of which nothing is kept',
    embedded({ 'x-kubernetes-preserve-unknown-fields': undefined }),
    A,
    'is an embedded resource of which nothing is kept: write x-kubernetes-preserve-unknown-fields: true, or name its properties',
  ],
  [
    'an embedded map',
    embedded({ additionalProperties: text }),
    `${A}.additionalProperties`,
    'is in an embedded resource: write x-kubernetes-preserve-unknown-fields: true in its place',
  ],
  [
    'an embedded kind that is no string',
    embedded({ properties: { kind: whole } }),
    `${A}.properties.kind`,
    'is not of type string, as it is in every resource: write that',
  ],
  [
    'a description of metadata',
    root({ properties: { metadata: { type: 'object', description: 'Its name.' } } }),
    `${ROOT}.properties.metadata.description`,
    'is known already: of metadata, restrict only name and generateName',
  ],
  [
    'labels in metadata',
    root({ properties: { metadata: object({ labels: object({}) }) } }),
    `${ROOT}.properties.metadata`,
    'has labels: only name and generateName can be restricted, the rest is known',
  ],
  [
    'a kind that is a number',
    root({ properties: { kind: whole } }),
    `${ROOT}.properties.kind`,
    'is not of type string, as it is in every resource: write that',
  ],
  [
    'anyOf at the root beside a status',
    root({ anyOf: [{ required: ['spec'] }], properties: { spec: object({}), status: object({}) } }, withStatus),
    `${ROOT}.anyOf`,
    'is at the root, where a resource with the subresource status has only properties: say it of spec',
  ],
];
