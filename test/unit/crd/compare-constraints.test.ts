import { compareConstraints } from '../../../src/crd/compare-constraints';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';

type Row = readonly [what: string, before: JSONSchemaProps, after: JSONSchemaProps, codes: string];

const string: JSONSchemaProps = { type: 'string' };
const integer: JSONSchemaProps = { type: 'integer' };
const number: JSONSchemaProps = { type: 'number' };
const list: JSONSchemaProps = { type: 'array', items: string };
const map: JSONSchemaProps = { type: 'object', additionalProperties: string };
const intOrString: JSONSchemaProps = { 'x-kubernetes-int-or-string': true };

function listMap(...keys: readonly string[]): JSONSchemaProps {
  return { ...list, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys };
}

function ruled(rule: string, message?: string, optionalOldSelf?: boolean): JSONSchemaProps {
  return { ...string, 'x-kubernetes-validations': [{ rule, message, optionalOldSelf }] };
}

/** Every way of each code; test/unit/crd/compare-versions.test.ts has one of every code, and whom it breaks. */
const ROWS: readonly Row[] = [
  ['a longer text', { ...string, maxLength: 5 }, { ...string, maxLength: 6 }, 'bound-relaxed'],
  ['a new minimum', integer, { ...integer, minimum: -5 }, 'bound-tightened'],
  ['a lower minimum', { ...integer, minimum: 5 }, { ...integer, minimum: 4 }, 'bound-relaxed'],
  ['a minimum of no items', list, { ...list, minItems: 0 }, ''],
  ['a minimum of one item', list, { ...list, minItems: 1 }, 'bound-tightened'],
  ['fewer keys', map, { ...map, maxProperties: 1 }, 'bound-tightened'],
  [
    'a bound that is out',
    { ...number, minimum: 0 },
    { ...number, minimum: 0, exclusiveMinimum: true },
    'bound-tightened',
  ],
  ['a bound that is in', { ...number, maximum: 0, exclusiveMaximum: true }, { ...number, maximum: 0 }, 'bound-relaxed'],
  ['the same integers from', { ...integer, minimum: 0, exclusiveMinimum: true }, { ...integer, minimum: 1 }, ''],
  ['the same integers up to', { ...integer, maximum: 9, exclusiveMaximum: true }, { ...integer, maximum: 8 }, ''],
  ['nothing that is out', integer, { ...integer, exclusiveMinimum: true }, ''],
  ['a step that divides the old', { ...integer, multipleOf: 4 }, { ...integer, multipleOf: 2 }, 'bound-relaxed'],
  ['a step of several', { ...integer, multipleOf: 2 }, { ...integer, multipleOf: 4 }, 'bound-tightened'],
  ['a step', integer, { ...integer, multipleOf: 4 }, 'bound-tightened'],
  ['no step', { ...integer, multipleOf: 4 }, integer, 'bound-relaxed'],

  ['a format that the server does not know', string, { ...string, format: 'sku' }, ''],
  ['a format of everything', { ...string, format: 'ipv4' }, { ...string, format: 'password' }, 'format-removed'],
  ['the same format', { ...string, format: 'datetime' }, { ...string, format: 'date-time' }, ''],
  ['integers of half the size', { ...integer, format: 'int64' }, { ...integer, format: 'int32' }, 'format-added'],
  ['integers of twice the size', { ...integer, format: 'int32' }, { ...integer, format: 'int64' }, 'format-removed'],

  ['no empty list of values', { ...string, enum: [] }, string, ''],
  ['values in another order', { ...string, enum: ['x', 'y'] }, { ...string, enum: ['y', 'x'] }, ''],
  [
    'a value for another',
    { ...string, enum: ['x'] },
    { ...string, enum: ['y'] },
    'enum-value-removed enum-value-added',
  ],

  ['a list that was atomic by default', list, { ...list, 'x-kubernetes-list-type': 'atomic' }, ''],
  ['a map that was granular by default', map, { ...map, 'x-kubernetes-map-type': 'granular' }, ''],
  ['keys in another order', listMap('k', 'l'), listMap('l', 'k'), ''],
  ['a list that is no map any more', listMap('k'), list, 'list-type-changed'],

  [
    'one more of anyOf',
    { anyOf: [{ minimum: 1 }] },
    { anyOf: [{ maximum: 9 }, { minimum: 1 }] },
    'combination-removed',
  ],
  [
    'one less of anyOf',
    { anyOf: [{ minimum: 1 }, { maximum: 9 }] },
    { anyOf: [{ minimum: 1 }] },
    'combination-changed',
  ],
  [
    'one less of allOf',
    { allOf: [{ minimum: 1 }, { maximum: 9 }] },
    { allOf: [{ minimum: 1 }] },
    'combination-removed',
  ],
  [
    'one more of allOf',
    { allOf: [{ minimum: 1 }] },
    { allOf: [{ minimum: 1 }, { maximum: 9 }] },
    'combination-changed',
  ],
  ['another order', { oneOf: [{ required: ['b', 'c'] }, {}] }, { oneOf: [{}, { required: ['c', 'b'] }] }, ''],
  ['a description inside', { not: { minimum: 1 } }, { not: { minimum: 1, description: 'Above zero.' } }, ''],
  [
    'a property that is called description',
    { not: { required: ['description'] } },
    { not: { required: ['description'], properties: { description: { enum: ['x'] } } } },
    'combination-changed',
  ],
  ['a pattern of nothing in a clause', { allOf: [{ pattern: '' }, { minimum: 1 }] }, { allOf: [{ minimum: 1 }] }, ''],
  ['no pattern in a clause', { oneOf: [{ pattern: '', minimum: 1 }] }, { oneOf: [{ minimum: 1 }] }, ''],
  ['a format beside integers', intOrString, { ...intOrString, format: 'ipv4' }, 'format-added'],
  [
    'another format beside integers',
    { ...intOrString, format: 'ipv4' },
    { ...intOrString, format: 'ipv6' },
    'format-changed',
  ],
  ['no format beside integers', { ...intOrString, format: 'ipv4' }, intOrString, 'format-removed'],
  ['what int-or-string says anyway', intOrString, { ...intOrString, anyOf: [integer, string] }, ''],
  [
    'what int-or-string says anyway, in allOf',
    { ...intOrString, allOf: [{ anyOf: [integer, string] }, { pattern: 'x' }] },
    { ...intOrString, allOf: [{ pattern: 'x' }] },
    '',
  ],

  ['another message of a rule', ruled('self != "x"', 'no'), ruled('self != "x"\n', 'never'), ''],
  ['a rule for another without a message', ruled('self != "x"'), ruled('self != "y"'), 'rule-added rule-removed'],
  [
    'a rule that is asked of new objects too',
    ruled('self == oldSelf'),
    ruled('self == oldSelf', 'no', true),
    'transition-rule-added rule-removed',
  ],

  ['a description', string, { ...string, description: 'A text.', title: 'A', example: 'a' }, ''],
];

describe('compareConstraints()', () => {
  test.each(ROWS)('takes %s for what it is', (_what, before, after, codes) => {
    const found = compareConstraints('v1', before, after).map(({ code }) => code);
    expect(found.join(' ')).toBe(codes);
  });

  test('says the fact and what to do', () => {
    const before = { ...integer, minimum: 0 };
    const after = { ...integer, minimum: 1, 'x-kubernetes-validations': [{ rule: 'self != 7 ||\n  self < 0\n' }] };
    const found = compareConstraints('v1.spec.size', before, after).map(({ path, message }) => `${path} ${message}`);
    expect(found).toEqual([
      'v1.spec.size had minimum 0 and has minimum 1: correct the objects and manifests that it refuses first; a stored value stays until it is changed',
      'v1.spec.size must fulfil the rule self != 7 || self < 0 now: correct what it refuses first; a stored value stays until it is changed (Kubernetes 1.30 and later)',
    ]);
  });
});
