import * as fc from 'fast-check';
import {
  compareQuantities,
  InvalidQuantityError,
  quantity,
  quantityIsInteger,
  quantityProblem,
  quantityValue,
} from '../../../src/manifest/quantity';
import type { Quantity } from '../../../src/manifest/quantity';

describe('quantity()', () => {
  test.each(['20Gi', '500m', '0', '-1', '+.5Ki', '5.', '1e3', '1E-3', '1E', '128m', '1e+21', '007'])(
    'takes %j as it is',
    (text) => {
      expect(quantity(text)).toBe(text);
    },
  );

  test('throws an error with a code, the text and a way out', () => {
    const error = new InvalidQuantityError('quantity "10GB" has the unit "GB": write "10G" (10^9) or "10Gi" (2^30)');
    expect(error.code).toBe('INVALID_QUANTITY');
    expect(() => quantity('10GB')).toThrow(error);
    expect(() => quantity('10GB')).toThrow(InvalidQuantityError);
  });
});

describe('quantityProblem()', () => {
  test.each([
    ['10GB', 'has the unit "GB": write "10G" (10^9) or "10Gi" (2^30)'],
    ['10 gib', 'has the unit "gib": write "10Gi" (2^30)'],
    ['128K', 'has the unit "K": write "128k" (10^3) or "128Ki" (2^10)'],
    ['1.5mb', 'has the unit "mb": write "1.5M" (10^6) or "1.5Mi" (2^20)'],
    ['512 bytes', 'has the unit "bytes": write "512" for bytes'],
    ['500mi', 'has the unit "mi": write "500Mi" (2^20) or "500m" (a thousandth)'],
    ['1 Gi', 'has white space: write "1Gi"'],
    ['20Gi\n', 'has white space: write "20Gi"'],
    ['1,5Gi', 'has a comma: write "." before the decimals, and nothing between thousands'],
  ])('knows what %j was meant to be', (text, problem) => {
    expect(quantityProblem(text)).toBe(problem);
  });

  test.each(['', ' ', 'Gi', '+', '.', '-.k', '1.2.3', '1e1.5', '1Ki3', '0x10', '1_000', '２Gi', '50%', '1e1000'])(
    'refuses %j',
    (text) => {
      expect(quantityProblem(text)).toContain('is not a quantity: write a number and nothing, or one of n, u, m, k');
    },
  );

  test.each([NaN, Infinity, -Infinity, null, undefined, {}, true])('refuses %p', (value) => {
    expect(quantityProblem(value)).toContain('write a number');
  });

  test('takes every finite number, however JavaScript prints it', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => quantityProblem(value) === undefined),
    );
  });
});

describe('compareQuantities()', () => {
  test.each<[Quantity, -1 | 0 | 1, Quantity]>([
    ['1Gi', 0, '1024Mi'],
    ['1G', -1, '1Gi'],
    ['500m', 0, 0.5],
    ['1500m', 1, 1],
    ['1e3', 0, '1k'],
    ['1E', 0, '1e18'],
    [1e21, 0, '1000E'],
    [1.5e-7, 0, '150n'],
    ['0.1n', 0, '1n'],
    ['-0.1n', 0, '-1n'],
    ['8Ei', 0, '9Ei'],
    ['0', 0, '-0'],
    ['9007199254740993', 1, '9007199254740992'],
  ])('orders %j and %j as %i', (a, order, b) => {
    expect(compareQuantities(a, b)).toBe(order);
  });

  // The same numbers as fractions of nanos, without the rounding and the cap that need more than nine decimals or 2^63.
  const amounts = fc
    .record({
      nanos: fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
      scale: fc.constantFrom<readonly [string, bigint]>(['n', 1n], ['u', 10n ** 3n], ['m', 10n ** 6n], ['', 10n ** 9n]),
      binary: fc.constantFrom<readonly [string, bigint]>(['', 1n], ['Ki', 2n ** 10n], ['Mi', 2n ** 20n]),
    })
    .map(({ nanos, scale: [suffix, power], binary: [binarySuffix, factor] }) =>
      suffix === '' && binarySuffix !== ''
        ? { text: `${nanos}${binarySuffix}`, value: nanos * power * factor }
        : { text: `${nanos}${suffix}`, value: nanos * power },
    )
    .map(({ text, value }) => ({ quantity: quantity(text), value }));

  test('agrees with the amounts in nanos', () => {
    fc.assert(
      fc.property(amounts, amounts, (a, b) => {
        expect(compareQuantities(a.quantity, b.quantity)).toBe(a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
      }),
    );
  });

  test('is a total order', () => {
    fc.assert(
      fc.property(amounts, amounts, amounts, ({ quantity: a }, { quantity: b }, { quantity: c }) => {
        expect(compareQuantities(a, b) + compareQuantities(b, a)).toBe(0);
        if (compareQuantities(a, b) <= 0 && compareQuantities(b, c) <= 0) {
          expect(compareQuantities(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  test('throws when one is no quantity', () => {
    expect(() => compareQuantities('1Gi', NaN)).toThrow(InvalidQuantityError);
  });
});

describe('quantityIsInteger()', () => {
  test.each<[Quantity, boolean]>([
    [2, true],
    ['2000m', true],
    ['1.5Ki', true],
    ['1e-3', false],
    ['1500m', false],
    [0.5, false],
  ])('of %j is %j', (value, whole) => {
    expect(quantityIsInteger(value)).toBe(whole);
  });
});

describe('quantityValue()', () => {
  test.each<[Quantity, bigint]>([
    ['1Gi', 1073741824n],
    [2, 2n],
    ['1500m', 2n],
    ['-1500m', -1n],
    ['0', 0n],
  ])('of %j is %s', (value, whole) => {
    expect(quantityValue(value)).toBe(whole);
  });

  test('throws when it is no quantity', () => {
    expect(() => quantityValue(NaN)).toThrow(InvalidQuantityError);
  });
});
