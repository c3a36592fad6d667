import { validate } from 'cdk8s-workloads/validate';
import { unquoted } from '../../../src/validate/unquoted';

test.each<[unknown, string | undefined, string]>([
  [3, undefined, '3 is a number: write "3" in quotes'],
  [1.1, undefined, '1.1 is a number: write it in quotes'],
  [2 ** 64, undefined, '18446744073709552000 is a number: write it in quotes'],
  [false, undefined, 'false is a boolean: write it in quotes'],
  [1.1, '1.10', '1.10 is a number: write "1.10" in quotes'],
  [false, 'NO', 'NO is a boolean: write "NO" in quotes'],
])('%j, written as %j: %s', (value, text, expected) => {
  const { message, fix } = unquoted(value, text);
  expect(`${message}: ${fix}`).toBe(expected);
});

test('the validation of objects claims no text that it cannot know', () => {
  const data = { a: 1.1, b: true };
  const issues = validate([{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data }]);
  expect(issues.map(({ fix }) => fix)).toEqual(['write it in quotes', 'write it in quotes']);
});
