import { checkRules, type RuleFinding } from '../../../../src/crd/cel/check-rules';
import type { JSONSchemaProps, ValidationRule } from '../../../../src/manifest/kubernetes';

const object = (properties: Readonly<Record<string, JSONSchemaProps>>, ...rules: readonly ValidationRule[]) => ({
  ...{ type: 'object', properties, 'x-kubernetes-validations': rules },
});

const integer = (...rules: readonly ValidationRule[]): JSONSchemaProps => ({
  ...{ type: 'integer', 'x-kubernetes-validations': rules },
});

const POSITIVE: ValidationRule = { rule: 'self > 0' };

function check(spec: JSONSchemaProps, value: unknown): readonly RuleFinding[] {
  return checkRules({ type: 'object', properties: { spec } }, { metadata: { name: 'a' }, spec: value });
}

test('rules are asked at every depth, each where the value is', () => {
  const spec = object({
    field: integer(POSITIVE),
    items: { type: 'array', items: integer(POSITIVE) },
    map: { type: 'object', additionalProperties: integer(POSITIVE) },
  });
  const paths = check(spec, { field: 0, items: [1, -1], map: { 'a.b': 0 } }).map(({ path }) => path);
  expect(paths).toEqual(['spec.field', 'spec.items[1]', 'spec.map["a.b"]']);
});

test('a failed rule says its message at its field path', () => {
  const rule = { rule: 'self.a < 2', message: ' too much ', fieldPath: ".b['c.d'].e" };
  const spec = object({ a: { type: 'integer' } }, rule);
  expect(check(spec, { a: 3 })).toEqual([
    { verdict: 'failed', path: 'spec.b["c.d"].e', rule: 'self.a < 2', message: 'too much' },
  ]);
});

test.each([
  ['"is " + string(self)', 'is 0'],
  ['"  "', 'otherwise'],
  ['"two\\nlines"', 'otherwise'],
  ['[""][self + 1]', 'otherwise'],
])('the message %s becomes %s', (messageExpression, message) => {
  const [found] = check(integer({ rule: 'self > 0', message: 'otherwise', messageExpression }), 0);
  expect(found?.message).toBe(message);
});

test('a rule that fails to be evaluated is an error', () => {
  const spec = object({ a: { type: 'integer' } }, { rule: 'self.a > 0' });
  expect(check(spec, {})).toEqual([{ verdict: 'error', path: 'spec', rule: 'self.a > 0', message: 'no such key: a' }]);
});

test('a rule that compares with the old object waits for one, unless that is optional', () => {
  const rule = 'oldSelf.hasValue() || self > 5';
  expect(check(integer({ rule: 'self == oldSelf' }), 1)).toEqual([]);
  expect(check(integer({ rule, optionalOldSelf: true }), 1)).toHaveLength(1);
});

test('defaults are there, and null is not', () => {
  const spec = object(
    { a: { type: 'integer', default: 1 }, b: { type: 'string', nullable: true }, c: integer(POSITIVE) },
    { rule: 'self.a == 1 && !has(self.b) && !has(self.c)' },
  );
  expect(check(spec, { b: null, c: null })).toEqual([]);
});

test('the root has a name and a kind, and no more of its metadata', () => {
  const rule = { rule: 'self.metadata.name.startsWith("a-") && self.kind == "Shop"' };
  const manifest = { apiVersion: 'a/v1', kind: 'Shop', metadata: { generateName: 'a-' } };
  expect(checkRules(object({}, rule), manifest)).toEqual([]);
  const [found] = checkRules(object({}, { rule: 'self.metadata.labels.size() > 0' }), manifest);
  expect(found).toMatchObject({ verdict: 'skipped', message: expect.stringContaining('"labels"') as string });
});

test('what JavaScript cannot evaluate is skipped, and says why', () => {
  const spec: JSONSchemaProps = { type: 'string', 'x-kubernetes-validations': [{ rule: 'self.matches("(?i:a)b")' }] };
  expect(check(spec, 'Ab')).toMatchObject([{ verdict: 'skipped', path: 'spec' }]);
});

test('a schema that is in itself is not followed for ever', () => {
  const spec: { type: string; properties: Record<string, JSONSchemaProps> } = { type: 'object', properties: {} };
  spec.properties.self = { ...object({}, { rule: 'false' }), properties: { again: spec } };
  expect(check(spec, { self: { again: {} } })).toMatchObject([{ verdict: 'skipped' }]);
});

test('a rule that goes through more than the API server pays for fails', () => {
  const list = Array.from({ length: 1100 }, (_, index) => index);
  const rule = 'self.all(a, self.all(b, a >= 0 && b >= 0))';
  const spec: JSONSchemaProps = {
    ...{ type: 'array', items: { type: 'integer' }, 'x-kubernetes-validations': [{ rule }] },
  };
  expect(check(spec, list)).toMatchObject([{ verdict: 'error', message: expect.stringContaining('cost') as string }]);
  expect(check(spec, list.slice(0, 100))).toEqual([]);
});
