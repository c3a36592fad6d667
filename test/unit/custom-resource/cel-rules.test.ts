import { customResource, importCustomResource, rule, serverRule } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';
import { refusal, unchecked } from '../refusal';

const at = { name: 'night', namespace: 'shop' };
const Window = customResource({
  group: 'shop.example.com',
  kind: 'Window',
  versions: {
    v1: {
      spec: z.object({
        span: serverRule(z.object({ min: z.int().default(5), max: z.int() }), {
          rule: 'self.min <= self.max',
          message: 'must not be greater than max',
          fieldPath: '.min',
        }),
        days: z
          .array(serverRule(z.string().max(9), { rule: "self.endsWith('day')" }))
          .max(7)
          .optional(),
        zone: serverRule(z.string(), { rule: 'self == oldSelf', message: 'is immutable' }).optional(),
      }),
      rules: [{ rule: 'self.metadata.name != "never"', message: 'never is no window' }],
    },
  },
});

test('rules in CEL alone take what keeps them', () => {
  const spec = { span: { min: 1, max: 2 }, days: ['Monday'], zone: 'UTC' };
  expect(Window.manifest({ metadata: at, spec }).spec).toEqual(spec);
});

test.each([
  ['a field, with its default', 'night', { span: { max: 2 } }, 'spec.span.min must not be greater than max'],
  [
    'an item',
    'night',
    { span: { max: 9 }, days: ['Sunday', 'June'] },
    "spec.days[1] breaks the rule self.endsWith('day')",
  ],
  ['the object', 'never', { span: { max: 9 } }, 'Window "never": never is no window'],
])('rules in CEL alone refuse %s', (_name, name, spec, problem) => {
  const { apiVersion, kind } = Window;
  expect(refusal((chart) => new Window(chart, name, { spec }))).toContain(problem.replace(' "never"', ' "shop/never"'));
  expect(refusal(() => Window.parse({ apiVersion, kind, metadata: { name }, spec }))).toContain(problem);
});

test('rules in CEL are not asked when there is a twin', () => {
  const twin = rule(z.string(), { rule: 'false', check: () => true, message: 'never' });
  const Twin = customResource({
    group: 'shop.example.com',
    kind: 'Twin',
    versions: { v1: { spec: z.object({ twin }) } },
  });
  expect(Twin.manifest({ metadata: at, spec: { twin: 'a' } }).spec).toEqual({ twin: 'a' });
});

test('rules with a twin are asked of an imported resource, which has no twins', () => {
  const spec = rule(z.object({ a: z.int() }), { rule: 'self.a > 1', check: ({ a }) => a > 1, message: 'is too small' });
  const Twin = customResource({ group: 'shop.example.com', kind: 'Twin', versions: { v1: { spec } } });
  const text = JSON.stringify(Twin.definition);
  for (const Imported of [importCustomResource(Twin.definition), importCustomResource(text)]) {
    expect(refusal(() => Imported.manifest({ metadata: at, spec: { a: 0 } }))).toContain('spec is too small');
    expect(Imported.manifest({ metadata: at, spec: { a: 2 } }).spec).toEqual({ a: 2 });
  }
});

test('a default obeys its rules', () => {
  const defined = (given: number) => () => {
    const low = serverRule(z.int(), { rule: 'self > 0' }).default(given);
    customResource({ group: 'shop.example.com', kind: 'Low', versions: { v1: { spec: z.object({ low }) } } });
  };
  expect(refusal(defined(-1))).toContain('v1.spec.low.default breaks the rule "self > 0": give another');
  expect(defined(1)).not.toThrow();
});

test.each<[given: object, problem: string]>([
  [{ rule: 'self > 1', message: 'is small' }, 'rule: check is missing: give a function'],
  [{ rule: 'self > 1', check: (size: number) => size > 1 }, 'rule: message is missing: give a string'],
  [{ check: (size: number) => size > 1, message: 'is small' }, 'rule: rule is missing: give a string'],
])('a rule is not made of %j', (given, problem) => {
  expect(refusal(() => rule(z.int(), unchecked(given)))).toContain(problem);
});
