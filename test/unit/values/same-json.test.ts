import { equalJson, sameJson } from '../../../src/values/same-json';

test.each([
  [1, 1],
  [
    { a: 1, b: [1, { c: null }] },
    { b: [1, {}], a: 1 },
  ],
  [{ a: undefined }, {}],
  [[], []],
])('sameJson() finds %j and %j the same', (one, other) => {
  expect(sameJson(one, other)).toBe(true);
});

test.each([
  [1, '1'],
  [0, false],
  [
    [1, 2],
    [2, 1],
  ],
  [[], {}],
  [[1], [1, null]],
  [{ toString: 1 }, {}],
  [null, {}],
  [{ a: 1 }, { a: 1, b: 0 }],
])('sameJson() finds %j and %j different', (one, other) => {
  expect(sameJson(one, other)).toBe(false);
});

test('sameJson() leaves out what is as good as left out', () => {
  expect(sameJson({ a: { b: '' } }, { a: {} }, (_, value) => value === '')).toBe(true);
});

test.each<[unknown, unknown, boolean]>([
  [{ enum: ['a', null] }, { enum: ['a'] }, false],
  [{ a: null }, {}, false],
  [{ a: null, b: 1 }, { b: 1, a: null }, true],
])('equalJson() of %j and %j is %j', (one, other, equal) => {
  expect(equalJson(one, other)).toBe(equal);
});
