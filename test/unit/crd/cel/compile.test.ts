import { readExpression } from '../../../../src/crd/cel/expression-problem';
import type { JSONSchemaProps } from '../../../../src/manifest/kubernetes';

const SCHEMA: JSONSchemaProps = {
  type: 'object',
  properties: {
    name: { type: 'string' },
    replicas: { type: 'integer' },
    zones: { type: 'array', items: { type: 'string' } },
    'a-b': { type: 'string' },
  },
};

function problemOf(rule: string): string | undefined {
  const read = readExpression(rule, { schema: SCHEMA, isResource: false, optionalOldSelf: false, result: 'bool' });
  return 'problem' in read ? read.problem : undefined;
}

test.each([
  ['self.replica > 1', 'has the field "replica", which is not in the schema: did you mean "replicas"'],
  ['self.a-b == ""', 'has the field "a", which is not in the schema: name one of the schema'],
  ['self.name.startWith("a")', /^calls "startWith", .*: did you mean "startsWith"$/],
  ['slef.name == ""', 'has the variable "slef", which is not known: correct the expression'],
  ['self.replicas + 1.5 > 2.0', 'applies "+" to int and double, which it does not take: correct the expression'],
  ['self.name.startsWith(1)', 'calls string.startsWith(int), which it cannot be called with: correct the expression'],
  ['self.zones.all(zone, zone)', 'has string where bool should be: correct the expression'],
  ['[1, "a"].size() == 2', 'has string beside int in a list or map: correct the expression'],
  ['self.name', 'gives string: write an expression that gives a bool'],
  ['self.name == "a', /^has "\\"", which CEL does not know/],
  ['(self.replicas > 1', 'ends where ")" should be: correct the expression'],
  ['has(self)', /^calls has\(\) with something else than a field/],
  ['self.name.matches("(")', /^has the pattern "\(", which has a "\("/],
  ['duration(5) > duration("1h")', /^converts a literal that it cannot: type conversion error from int to duration: 5/],
  ['duration("1d") > duration("1h")', /^converts a literal that it cannot: "1d" is no duration/],
  ['"%d".format([self.name]) == ""', /^formats string by "%d"/],
])('%s: %s', (rule, problem) => {
  expect(problemOf(rule)).toEqual(typeof problem === 'string' ? problem : expect.stringMatching(problem));
});

test.each([
  'self.a__dash__b == ""',
  'self.zones.map(zone, zone.size()).all(size, size > 0)',
  '[].all(each, each == 1) && {}.size() == 0',
  'self.?name.orValue("") == "a"',
  'has(self.name) && has(self.zones)',
  'dyn(self.replicas) == "3"',
  'self.replicas > 1.5',
])('takes %s', (rule) => {
  expect(problemOf(rule)).toBeUndefined();
});

test('a long expression says where it goes wrong', () => {
  expect(problemOf(`${'self.replicas > 1 && '.repeat(5)}self.oops`)).toContain('(at ".oops")');
});

test.each([
  ...['('.repeat(5000), `${'-'.repeat(5000)}1`, '['.repeat(300), '!'.repeat(9999), `${'a.'.repeat(3000)}a`, ''],
  ...['\0', '\ud800', '"\\ud800"', '`', "'''", 'b"\\u00e9"', '1e999', '0x', '1.', '.', '?:', '{{}}', '[?1]', '{?1: 1}'],
])('no text throws: %#', (text) => {
  expect(problemOf(text)).toEqual(expect.any(String));
});
