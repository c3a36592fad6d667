import { wholeNumberFrom } from '../../../src/props/whole-number';

describe('wholeNumberFrom()', () => {
  test.each([
    [0, 0],
    [0, 2 ** 31],
    [1, 1],
    [10, 10],
  ])('from %d takes %d', (least, value) => {
    expect(wholeNumberFrom(least)(value)).toBeUndefined();
  });

  test.each([
    [0, -1, 'is not a whole number from 0'],
    [1, 0, 'is not a whole number from 1'],
    [0, 1.5, 'is not a whole number from 0'],
    [0, NaN, 'is not a whole number from 0'],
    [0, Infinity, 'is not a whole number from 0'],
    [0, '3', 'is a string: write the number 3'],
    [0, 'three', 'is not a whole number from 0'],
    [0, null, 'is not a whole number from 0'],
  ])('from %d does not take %j', (least, value, problem) => {
    expect(wholeNumberFrom(least)(value)).toBe(problem);
  });
});
