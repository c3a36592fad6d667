import { z } from 'zod';
import { rule } from '../../../src/custom-resource/rule';
import { refusal } from '../refusal';
import { convert } from './convert';

function partOfItself(): object {
  const value: { self?: unknown } = {};
  value.self = value;
  return value;
}

test.each<[string, z.ZodType, string]>([
  [
    'default of null',
    z.int().nullable().default(null),
    'has a default of null, which the API server drops: write .optional()',
  ],
  ['default that is part of itself', z.object({ a: z.int().optional() }).default(partOfItself()), 'is not JSON'],
  ['default with a Map', z.object({ a: z.looseObject({}) }).default({ a: new Map() as never }), 'is not JSON'],
  ['prefault of null', z.int().nullable().prefault(null), 'has a default of null'],
  [
    'default beyond 2^53',
    z.int().default(-(2 ** 53)),
    'v1.spec.default -9007199254740992 must be at least -9007199254740991',
  ],
  [
    'default that is wrong inside',
    z.object({ 'a.b': z.array(z.int().min(1)) }).default({ 'a.b': [1, 0] }),
    'v1.spec.default["a.b"][1] 0 must be at least 1',
  ],
  [
    'default that breaks a rule',
    rule(z.int(), { rule: 'self > 1', check: (n) => n > 1, message: 'must be more than one' }).default(1),
    'v1.spec.default 1 must be more than one',
  ],
])('%s is refused', (_name, schema, problem) => {
  expect(refusal(() => convert(schema))).toContain(problem);
});
