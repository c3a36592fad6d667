import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { INT_OR_STRING, INTEGER, KEEP, list, map, object, required, TEXT, text } from '../../unit/crd/schema-parts';

const kindOf = (kind: string, ...fields: readonly string[]): JSONSchemaProps => ({
  properties: { kind: { enum: [kind] } },
  required: ['kind', ...fields],
});
const HTTP = object({ path: text({ minLength: 1 }), port: INTEGER }, { required: ['port'] });
const TEXTS: readonly string[] = [
  '10.0.0.1',
  '::1',
  '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d',
  '2026-01-31',
  'x',
  'ab',
  '',
];

/** Schemas of `spec` about allOf, anyOf, oneOf and not. */
export const JUNCTOR_SCHEMAS: Readonly<Record<string, JSONSchemaProps>> = {
  'all of': object(
    { a: INTEGER, b: TEXT, c: list(TEXT) },
    {
      allOf: [
        { properties: { a: { minimum: 1 } } },
        { properties: { a: { maximum: 5 }, b: { minLength: 1 } }, required: ['a'] },
        { properties: { c: { items: { minLength: 1 }, minItems: 1 } } },
      ],
    },
  ),
  'any of': object(
    {
      a: text({ anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }, { maxLength: 1 }], example: TEXTS }),
      b: TEXT,
      c: TEXT,
      d: { type: 'number', anyOf: [{ minimum: 5 }, { multipleOf: 0.5 }] },
    },
    { anyOf: [required('b'), required('c')] },
  ),
  'one of': object(
    { a: text({ default: 'x' }), b: TEXT, c: TEXT, d: text({ oneOf: [{ pattern: '^a' }, { minLength: 2 }] }) },
    { oneOf: [required('b'), required('c'), { ...required('a', 'd'), properties: { a: { enum: ['y'] } } }] },
  ),
  not: object(
    {
      a: text({ not: { enum: ['a', 'b'] } }),
      b: TEXT,
      c: TEXT,
      d: { ...INT_OR_STRING, not: { pattern: '^a' } },
      e: list(TEXT, { not: { minItems: 3 } }),
    },
    { not: { anyOf: [required('b'), required('c')] } },
  ),
  'not required': object({ a: TEXT, b: TEXT, x: { ...KEEP, not: { required: ['y'] } } }, { not: required('a') }),
  'tagged union': object(
    {
      kind: text({ enum: ['http', 'tcp', 'none'] }),
      http: HTTP,
      tcp: object({ port: INTEGER }, { required: ['port'] }),
    },
    {
      required: ['kind'],
      oneOf: [
        { ...kindOf('http', 'http'), not: required('tcp') },
        { ...kindOf('tcp', 'tcp'), not: required('http') },
        { ...kindOf('none'), not: { anyOf: [required('http'), required('tcp')] } },
      ],
    },
  ),
  'nested junctors': object(
    { a: INTEGER, b: TEXT, c: map(INTEGER) },
    {
      anyOf: [
        { allOf: [required('a'), { not: required('b') }] },
        { oneOf: [required('b'), required('c')], maxProperties: 2 },
      ],
      not: { properties: { a: { minimum: 100 } }, required: ['a'] },
    },
  ),
  'formats in clauses': object({
    any: {
      ...KEEP,
      anyOf: [{ format: 'date' }, { minimum: 5 }],
      example: ['2026-01-31', 5, 1, 'x', [], [1], {}, true, null],
    },
    list: list(KEEP, { allOf: [{ items: { format: 'ipv4' } }] }),
    text: text({ format: 'uuid', oneOf: [{ maxLength: 36 }], example: TEXTS }),
  }),
  'defaults and junctors': object(
    { a: text({ default: 'x' }), b: text({ nullable: true, default: 'y' }), c: INTEGER },
    {
      anyOf: [{ ...required('a'), properties: { a: { enum: ['x'] } } }, required('c')],
      not: { properties: { b: { enum: ['no'] } }, required: ['b', 'c'] },
    },
  ),
};
