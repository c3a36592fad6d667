import { split } from '../../../src/validate/check-field';

test.each([
  ['"a" is taken: use "b"', { message: '"a" is taken', fix: 'use "b"' }],
  ['"/a: b" has no "x: y": write "/a:b": c', { message: '"/a: b" has no "x: y"', fix: 'write "/a:b": c' }],
  ['"a \\": b" is long: cut it', { message: '"a \\": b" is long', fix: 'cut it' }],
  ['has a " in it: leave it out', { message: 'has a " in it', fix: 'leave it out' }],
  ['is taken', { message: 'is taken' }],
])('%s', (phrase, parts) => {
  expect(split(undefined, phrase)).toEqual(parts);
});
