import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { canonical } from '../../../src/crd/canonical';

describe('canonical()', () => {
  test.each([
    [{ b: 1, a: { d: null, c: 'x' } }, '{"a":{"c":"x","d":null},"b":1}'],
    [[2, 1], '[2,1]'],
    [{ a: undefined, b: [undefined] }, '{"b":[null]}'],
  ])('writes %j as %s', (value, text) => {
    expect(canonical(value)).toBe(text);
  });

  test('can leave the order of lists out', () => {
    const text = canonical({ required: ['b', 'a'] }, { lists: 'unordered' });
    expect(text).toBe(canonical({ required: ['a', 'b'] }, { lists: 'unordered' }));
  });

  test('is the same for two values exactly when they are equal', () => {
    // JSON knows no negative zero.
    const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as unknown);
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(canonical(one) === canonical(other)).toBe(isDeepStrictEqual(one, other));
      }),
    );
  });
});
