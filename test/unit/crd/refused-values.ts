import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { A, type Case, field, object, ROOT, text, whole, widget } from './definitions';

const root = (more: JSONSchemaProps) => widget({ schema: { ...object({ spec: object({}) }), ...more } });
const rule = (more: object, a: JSONSchemaProps = object({ b: text })) =>
  field({ ...a, 'x-kubernetes-validations': [{ rule: 'true', ...more }] });
const RULE = `${A}.x-kubernetes-validations[0]`;
const transition = [{ rule: 'self == oldSelf' }];
const mapOf = (items: JSONSchemaProps, keys = ['name']) =>
  field({ type: 'array', items, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys });
const named = object({ name: text }, { required: ['name'] });
const embedded = (more: JSONSchemaProps) =>
  field({
    type: 'object',
    'x-kubernetes-embedded-resource': true,
    'x-kubernetes-preserve-unknown-fields': true,
    ...more,
  });
// As YAML may have it, which no type rules out.
const wrong = (schema: object) => schema as JSONSchemaProps;

/** What the API server refuses of lists, maps, rules and defaults. */
export const REFUSED_VALUES: readonly Case[] = [
  [
    'a list type with a typo',
    field(wrong({ type: 'array', items: text, 'x-kubernetes-list-type': 'atomc' })),
    `${A}.x-kubernetes-list-type`,
    '"atomc" is not known: did you mean "atomic"',
  ],
  [
    'a list type on an object',
    field({ type: 'object', 'x-kubernetes-list-type': 'atomic' }),
    `${A}.x-kubernetes-list-type`,
    'is not on an array: write type: array, or leave it out',
  ],
  [
    'a map type on an array',
    field({ type: 'array', items: text, 'x-kubernetes-map-type': 'atomic' }),
    `${A}.x-kubernetes-map-type`,
    'is not on an object: write type: object, or leave it out',
  ],
  [
    'a set of objects',
    field({ type: 'array', items: object({ b: text }), 'x-kubernetes-list-type': 'set' }),
    `${A}.items`,
    'is in a set, whose items change as a whole: write x-kubernetes-map-type: atomic',
  ],
  [
    'a set of sets',
    field({
      type: 'array',
      'x-kubernetes-list-type': 'set',
      items: { type: 'array', items: text, 'x-kubernetes-list-type': 'set' },
    }),
    `${A}.items.x-kubernetes-list-type`,
    'is in a set, whose items change as a whole: write atomic',
  ],
  [
    'a set with null',
    field({ type: 'array', items: { ...text, nullable: true }, 'x-kubernetes-list-type': 'set' }),
    `${A}.items.nullable`,
    'is in a list that is a set, whose items are told apart: leave it out',
  ],
  [
    'a list that is a map without keys',
    mapOf(named, []),
    `${A}.x-kubernetes-list-map-keys`,
    'is missing: name the properties by which its items are told apart',
  ],
  [
    'keys of a list that is no map',
    field({ type: 'array', items: named, 'x-kubernetes-list-map-keys': ['name'] }),
    `${A}.x-kubernetes-list-map-keys`,
    'is for lists that are a map: write x-kubernetes-list-type: map too',
  ],
  [
    'keys of a list of strings',
    mapOf(text),
    `${A}.items`,
    'is in a list that is a map, whose items are objects: write type: object',
  ],
  [
    'a key with a typo',
    mapOf(named, ['nmae']),
    `${A}.x-kubernetes-list-map-keys[0]`,
    '"nmae" is no property of the items: did you mean "name"',
  ],
  [
    'a key twice',
    mapOf(named, ['name', 'name']),
    `${A}.x-kubernetes-list-map-keys[1]`,
    '"name" is there twice: leave it out',
  ],
  [
    'a key that may be missing',
    mapOf(object({ name: text })),
    `${A}.items.properties.name`,
    'is a key of the list, which each item needs: name it in required, or give it a default',
  ],
  [
    'a key that may be null',
    mapOf(object({ name: { ...text, nullable: true } }, { required: ['name'] })),
    `${A}.items.properties.name.nullable`,
    'is true, but it is a key of the list, which each item needs: leave it out',
  ],
  [
    'a key that is an object',
    mapOf(object({ name: object({}) }, { required: ['name'] })),
    `${A}.items.properties.name.type`,
    'is "object", but it is a key of the list: use a scalar, or another key',
  ],

  [
    'an empty rule',
    rule({ rule: ' ' }),
    `${RULE}.rule`,
    'is empty: write an expression, such as "self.min <= self.max"',
  ],
  ['a blank message', rule({ message: ' ' }), `${RULE}.message`, 'is blank: write one, or leave it out'],
  ['a message of two lines', rule({ message: 'a\nb' }), `${RULE}.message`, 'has more than one line: write one'],
  [
    'a rule of two lines without a message',
    rule({ rule: 'true &&\n  true' }),
    RULE,
    'has a rule of more than one line, which makes no message: write a message',
  ],
  [
    'a blank message expression',
    rule({ messageExpression: ' ' }),
    `${RULE}.messageExpression`,
    'is blank: write an expression, or leave it out',
  ],
  [
    'a reason with a typo',
    rule({ reason: 'FieldValueInvald' }),
    `${RULE}.reason`,
    '"FieldValueInvald" is not known: did you mean "FieldValueInvalid"',
  ],
  [
    'half a reason',
    rule({ reason: 'Required' }),
    `${RULE}.reason`,
    '"Required" is not known: did you mean "FieldValueRequired"',
  ],
  [
    'a field path without a dot',
    rule({ fieldPath: 'b' }),
    `${RULE}.fieldPath`,
    '"b" does not begin with ".": write ".b"',
  ],
  [
    'a field path with a typo',
    rule({ fieldPath: '.port' }, object({ ports: text })),
    `${RULE}.fieldPath`,
    '".port" names "port", which is not declared: did you mean "ports"',
  ],
  [
    'a field path with an index',
    rule({ fieldPath: '.b[0]' }, object({ b: { type: 'array', items: text } })),
    `${RULE}.fieldPath`,
    '".b[0]" has 0 in brackets: name a field in single quotes, such as [\'a.b\']',
  ],
  [
    'a field path into a string',
    rule({ fieldPath: '.b.c' }),
    `${RULE}.fieldPath`,
    '".b.c" names "c" in what has no fields: end before it',
  ],
  [
    'optionalOldSelf without oldSelf',
    rule({ rule: '"oldSelf" != "" // oldSelf', optionalOldSelf: true }),
    `${RULE}.optionalOldSelf`,
    'is for a rule that uses oldSelf: leave it out',
  ],
  [
    'oldSelf in a list',
    field({ type: 'array', items: { ...text, 'x-kubernetes-validations': transition } }),
    `${A}.items.x-kubernetes-validations[0].rule`,
    'uses oldSelf below spec.versions[0].schema.openAPIV3Schema.properties.spec.properties.a, whose items are not found again in the old object: write x-kubernetes-list-type: map there, or a rule above it',
  ],
  [
    'rules for any value',
    rule({}, { 'x-kubernetes-preserve-unknown-fields': true }),
    `${A}.x-kubernetes-validations`,
    'is of values whose type rules do not know: write their type, or leave it out',
  ],

  ['a default of another type', field({ ...whole, default: '1' }), `${A}.default`, 'is "1", a string: give an integer'],
  [
    'a default that is not in enum',
    field({ ...text, enum: ['Fast', 'Slow'], default: 'fast' }),
    `${A}.default`,
    'is "fast": did you mean "Fast"',
  ],
  ['a default that is too small', field({ ...whole, minimum: 1, default: 0 }), `${A}.default`, 'is 0: give at least 1'],
  [
    'a default with an unknown field',
    field(object({ b: text }, { default: { c: 1 } })),
    `${A}.default.c`,
    'is not known: leave it out, or use "b"',
  ],
  [
    'a default without what its properties fill in',
    field(object({ b: { ...text, default: 'x' } }, { required: ['b'], default: {} })),
    `${A}.default.b`,
    'is missing: give a string',
  ],
  [
    'a default in metadata',
    root({ properties: { metadata: object({ name: { ...text, default: 'a' } }) } }),
    `${ROOT}.properties.metadata.properties.name.default`,
    'is in metadata of the resource, where none is filled in: leave it out',
  ],
  [
    'a default of kind',
    root({ properties: { kind: { ...text, default: 'Widget' } } }),
    `${ROOT}.properties.kind.default`,
    'is in kind of the resource, where none is filled in: leave it out',
  ],
  [
    'an embedded default without a kind',
    embedded({ default: { apiVersion: 'v1' } }),
    `${A}.default.kind`,
    'is missing: give a string',
  ],
  [
    'an embedded label that is none',
    embedded({
      properties: {
        metadata: object({ labels: { type: 'object', additionalProperties: text, default: { app: 'a b' } } }),
      },
    }),
    `${A}.properties.metadata.properties.labels.default`,
    'makes an object whose metadata.labels.app is "a b", not a label value: use letters, digits, "-", "_" and ".", and begin and end with a letter or digit',
  ],
  [
    'a default of an integer beside type string',
    field({ ...text, 'x-kubernetes-int-or-string': true, default: 80 }),
    `${A}.default`,
    'is 80, a number: give a string',
  ],
  [
    'a default of no type and a format',
    field({ 'x-kubernetes-int-or-string': true, format: 'int-or-string', default: 80 }),
    `${A}.default`,
    'is no string, beside the format "int-or-string" of a value of any type: leave the format out',
  ],
  [
    'a number as default of no type and a format of numbers',
    field({ 'x-kubernetes-int-or-string': true, format: 'int64', default: 80 }),
    `${A}.default`,
    'is no string, beside the format "int64" of a value of any type: leave the format out',
  ],
  [
    'a number as default beside a format in a clause',
    field({ type: 'integer', default: 2, anyOf: [{ format: 'int32', maximum: 3 }, { minimum: 9 }] }),
    `${A}.default`,
    'fits none of the 2 alternatives of anyOf; for number 1, it is 2, a number: give a string',
  ],
  [
    'a default that holds a number of no type and a format',
    field({ ...object({ b: { 'x-kubernetes-int-or-string': true, format: 'int32' } }), default: { b: 1 } }),
    `${A}.default.b`,
    'is 1, a number: give a string',
  ],
];
