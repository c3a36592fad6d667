import { customResource } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
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
