import { type JsonPathStep, parseJsonPath } from '../../../src/crd/json-path';

const field = (name: string): JsonPathStep => ({ kind: 'field', name });
const [items, all, other]: readonly JsonPathStep[] = [{ kind: 'items' }, { kind: 'all' }, { kind: 'other' }];

test.each<[string, readonly (JsonPathStep | undefined)[]]>([
  ['.spec.replicas', [field('spec'), field('replicas')]],
  ['$.spec', [field('spec')]],
  ['.', [field('')]],
  ['.a[0].b', [field('a'), items, field('b')]],
  ['.a[-1:]', [field('a'), items]],
  ['.a[*].b', [field('a'), all, field('b')]],
  ['.a.*', [field('a'), all]],
  ['.a[?(@.type=="Ready")].status', [field('a'), items, field('status')]],
  ['.a[?(@.name==")")]', [field('a'), items]],
  ["['a']['b']", [field('a'), field('b')]],
  ["['a.b']", [field('a'), field('b')]],
  [String.raw`.a\.b/c`, [field('a.b/c')]],
  ['.a[0,1]', [field('a'), other]],
  ['..name', [other]],
  ['.a..b', [field('a'), other]],
  ['.a "b" 1.5 range', [field('a'), other, other, other]],
  ['.a}, {.b', [field('a'), other, field('b')]],
])('parseJsonPath() reads %s', (text, steps) => {
  expect(parseJsonPath(text)).toEqual({ steps });
});

test.each([
  ['.a[', 'has a "[" that is not closed: write "]"'],
  ['.a]', 'has "]" where a "." or a "[" should be'],
  ['.a[b]', 'has "[b]", which is no index: write a number, *, or a name in single quotes'],
  ['.a[-]', 'has "[-]", which is no index: write a number, *, or a name in single quotes'],
  ['.a[0,b]', 'has "[b]", which is no index: write a number, *, or a name in single quotes'],
  ['.a[?(@.b==1', 'has a "[?(" that is not closed: write ")]"'],
  ['.a[?(@.b=="x)]', 'has a "[?(" that is not closed: write ")]"'],
  ['.a[?(@.b==[x])]', 'has "[x]", which is no index: write a number, *, or a name in single quotes'],
  ['.a....b', 'has ".." twice: write it once'],
  ['.a "b', 'has a " that is not closed: write one more'],
  [String.raw`.a "\q"`, 'has a "\\" in quotes that escapes nothing'],
  ['.a 1.2.3', 'has "1.2.3", which is no number'],
  ['.a(b)', undefined],
  ['.a b(', undefined],
  ['.a (b)', 'has "(" where a "." or a "[" should be'],
  ['.a\n.b', String.raw`has "\n" where a "." or a "[" should be`],
])('parseJsonPath() says what is wrong with %j', (text, problem) => {
  const read = parseJsonPath(text);
  expect('problem' in read ? read.problem : undefined).toBe(problem);
});
