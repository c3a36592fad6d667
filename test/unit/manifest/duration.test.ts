import { isGoDuration, parseGoDuration } from '../../../src/manifest/duration';

describe('isGoDuration()', () => {
  test.each(['1h30m', '0', '-0', '+1.5h', '.5s', '5.s', '100ms', '1us', '1µs', '1μs', '1ns', '1h1h', '2562047h'])(
    'takes %j',
    (text) => {
      expect(isGoDuration(text)).toBe(true);
    },
  );

  test.each(['', '1', '1d', '1w', '1 h', ' 1h', '1h ', '.s', '-', '1H', '1.2.3s', '2562048h', '9223372036854775808ns'])(
    'refuses %j',
    (text) => {
      expect(isGoDuration(text)).toBe(false);
    },
  );

  test('takes one nanosecond more below zero than above', () => {
    expect(isGoDuration('-9223372036854775808ns')).toBe(true);
    expect(isGoDuration('-9223372036854775809ns')).toBe(false);
  });
});

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['-1.5us', -1_500n],
  ['.0000000009s', 0n],
  ['0', 0n],
  ['1d', undefined],
])('parseGoDuration(%j) is %p nanoseconds', (text, nanoseconds) => {
  expect(parseGoDuration(text)).toBe(nanoseconds);
});
