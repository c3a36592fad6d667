import { customResource, rule, serverRule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { refusal } from '../refusal';

const small = z.object({ 'a.b': z.int(), c: z.int() });

test.each([
  ["['a.b']", /spec\["a\.b"\] (1 )?is too small/],
  ['.c', /spec\.c (1 )?is too small/],
  ["['c']", /spec\.c (1 )?is too small/],
])('what breaks a rule is told at the field %s, with a twin and without', (fieldPath, problem) => {
  const text = { rule: 'self.c > 1', message: 'is too small', fieldPath };
  for (const spec of [rule(small, { ...text, check: ({ c }) => c > 1 }), serverRule(small, text)]) {
    const Thing = customResource({ group: 'shop.example.com', kind: 'Thing', versions: { v1: { spec } } });
    const manifest = () => Thing.manifest({ metadata: { name: 'a' }, spec: { 'a.b': 1, c: 1 } });
    expect(refusal(manifest)).toMatch(problem);
  }
});

test.each([
  [{ check: () => false, message: 'is too small' }, 'Thing "a": spec.c is too small'],
  [{ message: 'is too small' }, 'Thing "a": spec.c is too small'],
])('a rule about the whole object is told at its field: %j', (twin, problem) => {
  const Thing = customResource({
    group: 'shop.example.com',
    kind: 'Thing',
    versions: { v1: { spec: small, rules: [{ rule: 'self.spec.c > 1', fieldPath: '.spec.c', ...twin }] } },
  });
  expect(refusal(() => Thing.manifest({ metadata: { name: 'a' }, spec: { 'a.b': 1, c: 1 } }))).toContain(problem);
});

test.each([
  ['of a pattern', z.string().regex(/^a/, 'Invalid schedule, write "a"'), 'Invalid schedule, write "a"'],
  ['of a length', z.string().min(5, 'Too small for production'), 'Too small for production'],
  [
    'of a union',
    z.union([z.literal('a'), z.literal('b')], { error: 'Invalid target: a or b' }),
    'Invalid target: a or b',
  ],
  ['of none', z.string().min(5), 'must have at least 5 characters'],
])('the message %s is that of its author', (_what, field, message) => {
  const spec = z.object({ field });
  const Thing = customResource({ group: 'shop.example.com', kind: 'Thing', versions: { v1: { spec } } });
  const { apiVersion, kind } = Thing;
  expect(refusal(() => Thing.parse({ apiVersion, kind, metadata: { name: 'a' }, spec: { field: 'x' } }))).toContain(
    message,
  );
});

test('the language of zod does not change what is said', () => {
  const Thing = customResource({
    group: 'shop.example.com',
    kind: 'Thing',
    versions: { v1: { spec: z.object({ a: z.int() }) } },
  });
  const { apiVersion, kind } = Thing;
  const { localeError } = z.config();
  z.config(z.locales.de());
  try {
    const read = (): unknown => Thing.parse({ apiVersion, kind, metadata: { name: 'a' }, spec: { a: 'b' } });
    expect(refusal(read)).toContain('spec.a "b" is a string: give a number');
  } finally {
    z.config(localeError ? { localeError } : {});
  }
});

test('the name of an object may be described in two places', () => {
  const generateName = { type: 'string', maxLength: 4 } as const;
  const metadata = { type: 'object', properties: { generateName } } as const;
  const Thing = customResource({
    group: 'shop.example.com',
    kind: 'Thing',
    versions: { v1: { name: z.string().max(9), matching: { properties: { metadata } } } },
  });
  const [version] = Thing.definition.spec.versions;
  expect(version?.schema?.openAPIV3Schema?.properties?.['metadata']).toEqual({
    type: 'object',
    properties: { name: { type: 'string', maxLength: 9 }, generateName },
  });
});

test.each([
  ['.spec.list[0].n', 'integer'],
  ["{.spec['n']}", undefined],
  [".spec['n']", 'integer'],
  [String.raw`.spec.a\.b`, 'boolean'],
  ['.spec.map.x', 'number'],
  ['.metadata.generation', 'integer'],
  ['.metadata.creationTimestamp', 'date'],
  ['.spec.name', 'string'],
])('a column of %s has the type of its field', (jsonPath, type) => {
  const spec = z.object({
    ...{ n: z.int(), name: z.string(), 'a.b': z.boolean() },
    ...{ list: z.array(z.object({ n: z.int() })), map: z.record(z.string(), z.number()) },
  });
  const options = { group: 'shop.example.com', kind: 'Thing' };
  const define = () =>
    customResource({
      ...options,
      versions: { v1: { spec, printerColumns: [{ name: 'Column', jsonPath: jsonPath as '.spec.n' }] } },
    });
  if (type === undefined) expect(refusal(define)).toContain('does not begin with "."');
  else expect(define().definition.spec.versions[0]?.additionalPrinterColumns?.[0]?.type).toBe(type);
});
