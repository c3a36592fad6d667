import { compileExpression } from '../../../../src/crd/cel/compile';
import { EvaluationError } from '../../../../src/crd/cel/value';
import { RULES } from '../../../cluster/cel/rules';

/** What an expression of literals gives, or why it fails. */
function evaluate(text: string): unknown {
  const { run } = compileExpression(text, []);
  try {
    return run([]);
  } catch (error) {
    if (error instanceof EvaluationError) return error.message;
    throw error;
  }
}

// Each of them holds in the API server too: see test/cluster/cel.test.ts.
const CLOSED = Object.values(RULES)
  .flat()
  .filter((rule) => !rule.includes('self'));

test.each(CLOSED.filter((rule) => evaluate(rule) === true))('%s', (rule) => {
  expect(evaluate(rule)).toBe(true);
});

test.each([
  ['1 / 0', 'division by zero'],
  ['1 % 0', 'modulus by zero'],
  ['9223372036854775807 + 1', 'integer overflow'],
  ['-(-9223372036854775807 - 1)', 'integer overflow'],
  ['0u - 1u', 'unsigned integer overflow'],
  ['[1][1]', 'index out of bounds: 1'],
  ['{"a": 1}["b"]', 'no such key: b'],
  ['{"a": 1}.b', 'no such key: b'],
  ['dyn("a") + dyn(1)', 'no such overload: _+_(string, int)'],
  ['dyn(1).size()', 'no such overload: size(int)'],
  ['[dyn(0)].max().size()', 'no such overload: size(int)'],
  ['[1].slice(0, 2)', 'cannot slice(0, 2)'],
  ['optional.none().value()', 'optional.none() dereference'],
  ['quantity("1.5").asInteger()', 'cannot convert value to integer'],
  ['quantity("x").isInteger()', '"x" is no quantity'],
  ['ip("10.0.0.256").family()', '"10.0.0.256" is no IP address'],
  ['cidr("10.0.0.0").prefixLength()', '"10.0.0.0" is no network address'],
  ['url("a b").getHost()', '"a b" is no URL'],
  ['semver("1").major()', '"1" is no version'],
  ['timestamp("2024-01-01T00:00:00Z").getHours("Nowhere/Land")', 'unknown time zone Nowhere/Land'],
  ['timestamp("9999-12-31T23:59:59Z") + duration("1s")', 'timestamp overflow'],
  ['duration([1, 2].size()) < duration("1h")', 'type conversion error from int to duration: 2'],
  ['"abc".substring(2, 1)', 'invalid substring range. start: 2, end: 1'],
  ['{"a": 1, "a": 2}.size()', 'map key conflict'],
])('%s fails: %s', (text, message) => {
  expect(evaluate(text)).toBe(message);
});

test.each([
  ['1 / 0 == 1 || true', true],
  ['true || 1 / 0 == 1', true],
  ['1 / 0 == 1 && false', false],
  ['[0, 1].exists(n, 1 / n == 1)', true],
  ['[0, 2].all(n, 1 / n == 1)', false],
  ['[0, 1].all(n, 1 / n == 1)', 'division by zero'],
  ['[0, 1].exists_one(n, 1 / n == 1)', 'division by zero'],
])('%s: a failure counts only when it decides', (text, value) => {
  expect(evaluate(text)).toBe(value);
});

test('most rules of the cluster test need no object', () => {
  expect(CLOSED.length).toBeGreaterThan(100);
});
