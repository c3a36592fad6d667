import { atomic, customResource, format, int64, matching, rule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { checkValue } from '../../../src/crd/check-value';
import { refusal } from '../refusal';

const GROUP = 'shop.example.com';

function define(spec: z.ZodType) {
  return customResource({ group: GROUP, kind: 'Thing', versions: { v1: { spec } } });
}

/** The spec as it is read, or why it is refused. */
function read(spec: z.ZodType, value: unknown): unknown {
  const object = { apiVersion: `${GROUP}/v1`, kind: 'Thing', metadata: { name: 'a' }, spec: value };
  let parsed: { readonly spec?: unknown } = {};
  const problem = refusal(() => (parsed = define(spec).parse(object)));
  return problem === '' ? parsed.spec : problem;
}

describe('a field of another member is refused', () => {
  const another = (field: string) =>
    `Thing "a": ${field} does not go with the other fields: it belongs to another kind of this value`;

  test.each<[string, z.ZodType, unknown, string]>([
    [
      'of a strict discriminated union',
      z.discriminatedUnion('k', [
        z.strictObject({ k: z.literal('a') }),
        z.strictObject({ k: z.literal('b'), x: z.int() }),
      ]),
      { k: 'a', x: 1 },
      'spec.x',
    ],
    [
      'of a strict union',
      z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })]),
      { a: 1, b: 1 },
      'spec.b',
    ],
    [
      'deep inside',
      z.object({ l: z.array(z.union([z.strictObject({ a: z.int() }), z.strictObject({ b: z.int() })])) }),
      { l: [{ a: 1 }, { a: 1, b: 1 }] },
      'spec.l[1].b',
    ],
  ])('%s', (_name, schema, value, field) => {
    expect(read(schema, value)).toBe(another(field));
  });
});

test('a field that no member has is told once, with the nearest name', () => {
  const schema = z.union([z.strictObject({ aaaa: z.int() }), z.strictObject({ bbbb: z.int() })]);
  expect(read(schema, { aaaa: 1, bbb: 1 })).toBe('Thing "a": spec.bbb is not in the schema: did you mean "bbbb"');
});

const strictA = z.strictObject({ a: z.int() });
const strictB = z.strictObject({ b: z.int() });
const strictC = z.strictObject({ c: z.int() });
const [kindA, kindB] = [z.object({ k: z.literal('a') }), z.object({ k: z.literal('b'), x: z.int().optional() })];

describe('the CRD and the parser agree on', () => {
  const few: readonly unknown[] = [
    {},
    { a: 1 },
    { b: 1 },
    { c: 1 },
    { a: 1, b: 1 },
    { b: 1, c: 1 },
    { a: 1, b: 1, c: 1 },
  ];
  const kinds: readonly unknown[] = [
    ...[{}, { k: 'a' }, { k: 'b' }, { k: 'a', x: 1 }, { k: 'b', x: 1 }, { k: 'b', x: 'y' }],
    ...[{ k: 'a', n: 2 }, { k: 'b', n: 2 }, { c: 1 }, { k: 'a', c: 1 }],
  ];
  test.each<[string, z.ZodType, readonly unknown[]]>([
    ['a union in a union', z.union([z.union([strictA, strictB]), strictC]), few],
    [
      'a union of open objects in a union',
      z.union([z.union([z.object({ a: z.int() }), z.object({ b: z.int() })]), strictC]),
      few,
    ],
    ['a discriminated union in a union', z.union([z.discriminatedUnion('k', [kindA, kindB]), strictC]), kinds],
    ['the larger one first', z.union([z.object({ a: z.int(), b: z.int() }), z.object({ a: z.int() })]), few],
    [
      'members that need other fields',
      z.union([z.object({ a: z.int(), b: z.int().optional() }), z.object({ c: z.int() })]),
      few,
    ],
    [
      'matching() of a member',
      z.union([
        matching(z.strictObject({ a: z.int().optional(), b: z.int().optional() }), { minProperties: 1 }),
        strictC,
      ]),
      few,
    ],
    [
      'matching() with "not" of a member',
      z.union([
        matching(z.strictObject({ a: z.int().optional(), b: z.int().optional() }), { not: { required: ['a', 'b'] } }),
        strictC,
      ]),
      few,
    ],
    [
      'matching() of a member of a discriminated union',
      z.discriminatedUnion('k', [kindA, matching(kindB, { anyOf: [{ required: ['x'] }, { maxProperties: 0 }] })]),
      kinds,
    ],
    [
      'a default that all members have',
      z.discriminatedUnion('k', [kindA.extend({ n: z.int().default(1) }), kindB.extend({ n: z.int().default(1) })]),
      kinds,
    ],
  ])('%s', (_name, spec, values) => {
    const schema = define(spec).definition.spec.versions[0]?.schema?.openAPIV3Schema?.properties?.['spec'] ?? {};
    const servers = values.map((value) => checkValue(schema, value).length === 0);
    expect(values.map((value) => typeof read(spec, value) !== 'string')).toEqual(servers);
    expect(new Set(servers).size).toBe(2);
  });
});

describe('refused when it is defined is', () => {
  const open = (...names: readonly string[]) =>
    z.object(Object.fromEntries(names.map((name) => [name, z.int().optional()])));
  const filled = z.object({ n: z.int().default(1) });

  test.each<[string, z.ZodType, string]>([
    [
      'a default of a member',
      z.discriminatedUnion('k', [kindA.extend({ n: z.int().default(1) }), kindB]),
      'v1.spec.n has a default, which the API server fills in',
    ],
    [
      'a prefault of a member',
      z.union([z.strictObject({ o: filled.prefault({}) }), strictB]),
      'v1.spec.o has a default',
    ],
    [
      'another default for each member',
      z.discriminatedUnion('k', [kindA.extend({ n: z.int().default(1) }), kindB.extend({ n: z.int().default(2) })]),
      'v1.spec.n is not the same in all members',
    ],
    [
      'another default of an enum for each member',
      z.discriminatedUnion('k', [
        kindA.extend({ m: z.enum(['x', 'y']).default('x') }),
        kindB.extend({ m: z.enum(['x', 'y']).default('y') }),
      ]),
      'v1.spec.m is not the same in all members',
    ],
    [
      'a member that zod takes for a larger one',
      z.union([z.object({ a: z.int() }), z.object({ a: z.int(), b: z.int() })]),
      'v1.spec has a member that zod takes though another is meant, and then drops "b": make the members z.strictObject()',
    ],
    ['a member that needs nothing', z.union([open('a'), open('b')]), 'drops "b"'],
    [
      'a member with some of the values of another',
      z.union([z.object({ m: z.enum(['x', 'y']) }), z.object({ m: z.enum(['y', 'z']), b: z.int() })]),
      'drops "b"',
    ],
    [
      'an enum that is more than its values in one member',
      z.union([
        z.strictObject({ m: z.enum(['x']), a: z.int() }),
        z.strictObject({ m: matching(z.enum(['y']), { minLength: 1 }), b: z.int() }),
      ]),
      'v1.spec.m is not the same in all members',
    ],
    [
      'an enum with a rule in one member',
      z.union([
        z.strictObject({ m: z.enum(['x']), a: z.int() }),
        z.strictObject({ m: rule(z.enum(['y']), { rule: 'true', check: () => true, message: 'never' }) }),
      ]),
      'v1.spec.m is not the same in all members',
    ],
    [
      'a member that is atomic',
      z.union([atomic(strictA), strictB]),
      'has "x-kubernetes-map-type" in a member of a union',
    ],
    [
      'discriminators of two types',
      z.discriminatedUnion('k', [z.object({ k: z.literal('a') }), z.object({ k: z.literal(1) })]),
      'v1.spec.k is not the same in all members',
    ],
    [
      'two formats',
      z.union([int64(), format('ipv4')]),
      'is a union of whole number and string with values of their own',
    ],
  ])('%s', (_name, spec, problem) => {
    expect(refusal(() => define(spec))).toContain(problem);
  });

  // The first versions of zod 4 have no z.xor().
  const xor = 'xor' in z ? z.xor : undefined;
  test('one of several members that fit a part of each other', () => {
    const members = [z.object({ a: z.int(), b: z.int() }), z.object({ a: z.int() })] as const;
    expect(xor ? refusal(() => define(xor(members))) : 'drops "b"').toContain('drops "b"');
  });
});
