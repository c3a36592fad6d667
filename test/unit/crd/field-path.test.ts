import { followFieldPath } from '../../../src/crd/field-path';
import { object, text, whole } from './definitions';

const root = object({
  a: object({ b: whole, "it's": text, '.': text }),
  map: { type: 'object', additionalProperties: text },
  anything: { type: 'object', additionalProperties: true },
});

test.each([
  ['.a.b', whole],
  ["['a']['b']", whole],
  [String.raw`.a['it\'s']`, text],
  [".a['.']", text],
  ['.a..', text],
  ['.map.x', text],
  [".map['x.y[0]']", text],
  ['.anything.x', undefined],
])('followFieldPath() follows %s', (path, schema) => {
  expect(followFieldPath(root, path, true)).toEqual({ schema });
});

test.each([
  ['a.b', 'does not begin with ".": write ".a.b"'],
  ['.a]b', 'has "]" where "." should be'],
  ['.', 'ends too early: name a field'],
  ['.a[', 'ends too early: name a field'],
  ['.c', 'names "c", which is not declared: declare it'],
  ['.mapp', 'names "mapp", which is not declared: did you mean "map"'],
  ['.constructor', 'names "constructor", which is not declared: declare it'],
  ['.a.b.c', 'names "c" in what has no fields: end before it'],
  ['.anything.x.y', 'goes on after a value of which nothing is said: declare its properties'],
  ['.a[b]', "has b in brackets: name a field in single quotes, such as ['a.b']"],
  [String.raw`.a['\q']`, String.raw`has '\q' in brackets: name a field in single quotes, such as ['a.b']`],
  [".a['b'.c", 'has a "[" that is not closed: write "]" after the quotes'],
])('followFieldPath() says what is wrong with %s', (path, problem) => {
  expect(followFieldPath(root, path, true)).toEqual({ problem });
});

test('followFieldPath() takes no brackets where there can be none', () => {
  expect(followFieldPath(root, "['a']", false)).toEqual({
    problem: 'has "[": only fields of objects can be named, with "." before each',
  });
});
