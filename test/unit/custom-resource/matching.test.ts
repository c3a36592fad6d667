import { z } from 'zod';
import { listMap } from '../../../src/custom-resource/lists';
import { matching } from '../../../src/custom-resource/matching';
import { int32, quantity } from '../../../src/custom-resource/numbers';
import { serverRule } from '../../../src/custom-resource/rule';
import { format } from '../../../src/custom-resource/strings';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import { convert } from './convert';

const target = z.object({ service: z.string().optional(), url: z.string().optional() });
const oneTarget = matching(target, { oneOf: [{ required: ['service'] }, { required: ['url'] }] });

describe('the CRD', () => {
  test.each<[string, z.ZodType, JSONSchemaProps]>([
    [
      'says what is added',
      matching(z.record(z.string(), z.string()), { minProperties: 1 }),
      { type: 'object', additionalProperties: { type: 'string' }, minProperties: 1 },
    ],
    [
      'requires fields that have a default',
      matching(z.object({ a: z.string(), b: z.int().default(1) }), { required: ['b'] }),
      {
        type: 'object',
        properties: { a: { type: 'string' }, b: { type: 'integer', default: 1 } },
        required: ['a', 'b'],
      },
    ],
    [
      'says another bound in allOf',
      matching(int32().min(1), { minimum: 2 }),
      { type: 'integer', format: 'int32', minimum: 1, maximum: 2147483647, allOf: [{ minimum: 2 }] },
    ],
    [
      'keeps a bound and whether it is exclusive together',
      matching(z.int().min(1), { minimum: 0, exclusiveMinimum: true }),
      { type: 'integer', minimum: 1, allOf: [{ minimum: 0, exclusiveMinimum: true }] },
    ],
    [
      'says another format in allOf',
      matching(format('ipv4'), { format: 'something' }),
      { type: 'string', format: 'ipv4', allOf: [{ format: 'something' }] },
    ],
    [
      'adds to allOf',
      matching(z.string().startsWith('a').endsWith('z'), { allOf: [{ not: { enum: ['az'] } }] }),
      { type: 'string', allOf: [{ pattern: '^a' }, { pattern: 'z$' }, { not: { enum: ['az'] } }] },
    ],
    [
      'has a second anyOf in allOf',
      matching(z.enum(['a']).nullable(), { anyOf: [{ minLength: 1 }] }),
      { type: 'string', nullable: true, anyOf: [{ enum: ['a'] }], allOf: [{ anyOf: [{ minLength: 1 }] }] },
    ],
    [
      'adds rules',
      matching(serverRule(z.int(), { rule: 'self > 0' }), { 'x-kubernetes-validations': [{ rule: 'self < 9' }] }),
      { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self > 0' }, { rule: 'self < 9' }] },
    ],
    [
      'says of z.unknown() what it is told and no more',
      matching(z.unknown(), { type: 'object', additionalProperties: true }),
      { type: 'object', additionalProperties: true },
    ],
    [
      'says that what is given as a whole must be there',
      z.object({ a: matching(z.unknown(), { type: 'string' }) }),
      { type: 'object', properties: { a: { type: 'string' } }, required: ['a'] },
    ],
    [
      'may say that an enum is nullable, which changes nothing',
      matching(z.enum(['a']), { nullable: true }),
      { type: 'string', enum: ['a'], nullable: true },
    ],
    [
      'keeps what follows',
      matching(z.string(), { pattern: '\\pL' }).min(2).optional().describe('a letter'),
      { type: 'string', pattern: '\\pL', minLength: 2, description: 'a letter' },
    ],
  ])('%s', (_, schema, expected) => {
    expect(convert(schema)).toEqual(expected);
  });
});

describe('the CRD does not say', () => {
  const any = z.unknown();
  test.each<[string, z.ZodType, string]>([
    [
      'fields',
      matching(z.object({}), { properties: { a: { type: 'string' } } }),
      'has "properties" in matching(), of which zod would know nothing: write the fields in zod',
    ],
    ['items', matching(z.array(z.string()), { items: { type: 'string' } }), 'write z.array(...)'],
    ['values', matching(z.object({}), { additionalProperties: true }), 'write z.record(z.string(), ...)'],
    [
      'that unknown fields are kept',
      matching(z.object({}), { 'x-kubernetes-preserve-unknown-fields': true }),
      'write z.looseObject()',
    ],
    ['that it may be null', matching(z.string(), { nullable: true }), 'write .nullable()'],
    ['a default', matching(z.string(), { default: 'a' }), 'write .default(...)'],
    [
      'a default of what is given as a whole',
      matching(any, { type: 'string', default: 'q' }).optional(),
      'has a default in matching()',
    ],
    ['two wholes', matching(matching(any, { type: 'string' }), { minLength: 1 }), 'has two matching() of z.unknown()'],
    [
      'another type',
      matching(z.int(), { type: 'number' }),
      'has two values for "type", "integer" and "number": leave one out',
    ],
  ])('%s', (_, schema, problem) => {
    expect(() => convert(schema)).toThrow(problem);
  });
});

test('a field that is given as a whole must be there', () => {
  const schema = z.object({ a: matching(z.unknown(), { type: 'string' }) });
  expect(schema.safeParse({}).success).toBe(false);
  expect(schema.safeParse({ a: 'x' }).success).toBe(true);
});

describe('a value', () => {
  test.each<[string, z.ZodType, unknown, string]>([
    ['that is two of what it should be one of', oneTarget, { service: 'a', url: 'b' }, ''],
    ['of no form', oneTarget, {}, ''],
    ['with too few entries', matching(z.record(z.string(), z.int()), { minProperties: 1 }), {}, ''],
    ['against a pattern of Go', matching(z.string(), { pattern: '^\\pL+\\z' }), 'a1', ''],
    ['without a field', matching(z.object({ a: z.unknown().optional() }), { required: ['a'] }), {}, 'a'],
    [
      'with a forbidden field deep inside',
      matching(z.object({ a: z.array(z.looseObject({})) }), {
        allOf: [{ properties: { a: { items: { not: { required: ['x.y'] } } } } }],
      }),
      { a: [{}, { 'x.y': 1 }] },
      'a.1.x.y',
    ],
    [
      'with a wrong field of a schema that is given as a whole',
      matching(z.unknown(), { type: 'object', properties: { 'a.b': { type: 'array', items: { type: 'integer' } } } }),
      { 'a.b': ['x'] },
      'a.b.0',
    ],
    [
      'with two items of one key',
      matching(z.array(z.object({ name: z.string() })), {
        'x-kubernetes-list-type': 'map',
        'x-kubernetes-list-map-keys': ['name'],
      }),
      [{ name: 'a' }, { name: 'a' }],
      '1',
    ],
    [
      'that is no object with a name',
      matching(z.looseObject({}), { type: 'object', 'x-kubernetes-embedded-resource': true }),
      {},
      'apiVersion',
    ],
  ])('%s is refused, where it is wrong', (_, schema, value, path) => {
    const { error } = schema.safeParse(value);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toContain(path);
  });

  test.each<[string, z.ZodType, unknown]>([
    ['of one form', oneTarget, { url: 'b' }],
    ['with entries', matching(z.record(z.string(), z.int()), { minProperties: 1 }), { a: 1 }],
    ['of a format that nobody knows', matching(z.string(), { format: 'something' }), 'x'],
    ['with a default that is required', matching(z.object({ a: z.int().default(1) }), { required: ['a'] }), {}],
    ['that is null', matching(z.string().nullable(), { enum: ['a', null] }).nullable(), null],
    ['with a quantity', matching(quantity(), { maxLength: 3 }), '1Gi'],
    [
      'in a list with keys',
      listMap(matching(z.object({ name: z.string() }), { maxProperties: 1 }), ['name']),
      [{ name: 'a' }, { name: 'b' }],
    ],
  ])('%s is taken', (_, schema, value) => {
    expect(schema.safeParse(value).error?.issues).toBeUndefined();
  });

  test('of a schema that is given as a whole gets its defaults', () => {
    const schema = matching(z.unknown(), { type: 'object', properties: { a: { type: 'integer', default: 1 } } });
    expect(schema.parse({})).toEqual({ a: 1 });
  });
});
