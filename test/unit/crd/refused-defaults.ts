import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { A, type Case, field, object, ROOT, text, whole, widget } from './definitions';

const ruled = (schema: JSONSchemaProps, rule: string, more: object = {}): JSONSchemaProps => ({
  ...schema,
  'x-kubernetes-validations': [{ rule, ...more }],
});
const another = 'give another, or correct the rule';
const bool: JSONSchemaProps = { type: 'boolean' };
const mapOf = (additionalProperties: JSONSchemaProps, more: JSONSchemaProps = {}): JSONSchemaProps => ({
  ...{ type: 'object', additionalProperties },
  ...more,
});
const listOf = (items: JSONSchemaProps, more: JSONSchemaProps = {}): JSONSchemaProps => ({
  ...{ type: 'array', items, maxItems: 5 },
  ...more,
});
const positive = ruled(whole, 'self > 0');
const named = { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] } as const;
const one = object({ name: text }, { required: ['name'] });

/** Defaults that break rules in CEL, which the API server refuses. */
export const REFUSED_DEFAULTS: readonly Case[] = [
  [
    'a default that breaks a rule',
    field({ ...ruled({ ...text, maxLength: 9 }, 'isURL(self)'), default: '1.5' }),
    `${A}.default`,
    `breaks the rule "isURL(self)": ${another}`,
  ],
  [
    'a default that breaks a rule with a message',
    field({ ...ruled(whole, 'self > 0', { message: 'must be positive' }), default: -1 }),
    `${A}.default`,
    `breaks the rule "self > 0", "must be positive": ${another}`,
  ],
  [
    'false that breaks a rule',
    field({ ...ruled(bool, 'self'), default: false }),
    `${A}.default`,
    `breaks the rule "self": ${another}`,
  ],
  [
    'an empty map that breaks a rule',
    field({ ...ruled(mapOf(text, { maxProperties: 5 }), 'size(self) > 0'), default: {} }),
    `${A}.default`,
    `breaks the rule "size(self) > 0": ${another}`,
  ],
  [
    'a default whose field breaks a rule',
    field(object({ b: positive }, { default: { b: 0 } })),
    `${A}.default.b`,
    `breaks the rule "self > 0": ${another}`,
  ],
  [
    'a default whose item breaks a rule',
    field(listOf(positive, { default: [1, 0] })),
    `${A}.default[1]`,
    `breaks the rule "self > 0": ${another}`,
  ],
  [
    'a default whose value in a map breaks a rule',
    field(mapOf(positive, { maxProperties: 5, default: { 'a.b': 0 } })),
    `${A}.default["a.b"]`,
    `breaks the rule "self > 0": ${another}`,
  ],
  [
    'a default inside of items that breaks a rule',
    field(listOf(object({ b: { ...positive, default: 0 } }))),
    `${A}.items.properties.b.default`,
    `breaks the rule "self > 0": ${another}`,
  ],
  [
    'a default that lacks what is filled in later',
    field(ruled(object({ b: { ...whole, default: 1 } }, { default: {} }), 'self.b > 0')),
    `${A}.default`,
    `makes the rule "self.b > 0" fail, with "no such key: b": ${another}`,
  ],
  [
    'a default that divides by zero',
    field({ ...ruled(whole, '10 / self > 1'), default: 0 }),
    `${A}.default`,
    `makes the rule "10 / self > 1" fail, with "division by zero": ${another}`,
  ],
  [
    'a default where it must change',
    field({ ...ruled(whole, 'self != oldSelf'), default: 1 }),
    `${A}.default`,
    `breaks the rule "self != oldSelf" where oldSelf is the default too: ${another}`,
  ],
  [
    'a default where there must be an older one',
    field({ ...ruled(whole, 'oldSelf.hasValue()', { optionalOldSelf: true }), default: 1 }),
    `${A}.default`,
    `breaks the rule "oldSelf.hasValue()" where oldSelf is the default too: ${another}`,
  ],
  [
    'a default with an item that must change',
    field(listOf(ruled(one, 'self != oldSelf'), { ...named, default: [{ name: 'a' }] })),
    `${A}.default[0]`,
    `breaks the rule "self != oldSelf" where oldSelf is the default too: ${another}`,
  ],
  [
    'a default at the root that has no name yet',
    widget({
      schema: ruled(
        object({ spec: object({}) }, { default: { apiVersion: 'a/v1', kind: 'A' } }),
        'self.metadata.name == self.kind',
      ),
    }),
    `${ROOT}.default`,
    `makes the rule "self.metadata.name == self.kind" fail, with "no such key: metadata": ${another}`,
  ],
];

/** Defaults beside rules in CEL that the API server takes. */
export const SOUND_DEFAULTS: readonly (readonly [what: string, definition: ReturnType<typeof field>])[] = [
  ['a default that obeys its rule', field({ ...positive, default: 1 })],
  ['a default below a rule', field(ruled(object({ b: { ...whole, default: 0 } }), 'has(self.b) && self.b > 0'))],
  ['a default that may not change', field({ ...ruled(whole, 'self == oldSelf'), default: 1 })],
  [
    'a default that is new or the same',
    field({ ...ruled(whole, 'oldSelf.orValue(1) == self', { optionalOldSelf: true }), default: 1 }),
  ],
  ['a default with an item that is not found again', field(listOf(object({ b: text }), { default: [{}] }))],
  ['a default with null in it', field(listOf({ ...positive, nullable: true }, { default: [null, 1] }))],
];
