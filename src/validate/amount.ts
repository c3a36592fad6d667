import { nanos, quantityProblem, type Quantity } from '../manifest/quantity';
import { remember } from '../values/remember';

/**
 * The amount of a quantity in billionths, as the API server reads it: text without a digit is 0, and white space around it does not count.
 * The quantity must be one that the structure let through.
 *
 * @example amountOf('500m') // 500000000n
 */
export function amountOf(quantity: string | number): bigint {
  return amountOfText(String(quantity));
}

const amountOfText = remember((text: string): bigint => {
  const trimmed = text.trim();
  if (quantityProblem(trimmed) === undefined) return nanos(trimmed as Quantity); // Which the line before found out.
  const [, sign, digits = '', exponent = ''] = /^([+-]?)([\d.]*)(?:[eE]([+-]?)\d+)?/.exec(trimmed) ?? [];
  if (!/[1-9]/.test(digits)) return 0n;
  // An exponent beyond all reason: more than there is, or the least that can be said.
  const amount = exponent === '-' ? 1n : 10n ** 1000n;
  return sign === '-' ? -amount : amount;
});

/** Units of a quantity with what one is in billionths, from the largest. */
const UNITS: readonly (readonly [string, bigint])[] = [
  ...['Ei', 'Pi', 'Ti', 'Gi', 'Mi', 'Ki', ''].map(
    (unit, index) => [unit, 10n ** 9n * 1024n ** BigInt(6 - index)] as const,
  ),
  ...['m', 'u', 'n'].map((unit, index) => [unit, 1000n ** BigInt(2 - index)] as const),
];

/**
 * An amount as a quantity: in the largest unit that counts it whole, so that equal amounts are equal texts.
 *
 * @example showAmount(amountOf('2048Mi')) // '2Gi'
 */
export function showAmount(amount: bigint): string {
  const [unit, size] = UNITS.find((each) => amount !== 0n && amount % each[1] === 0n) ?? ['', 1n];
  return `${amount / size}${unit}`;
}

/** The same in thousandths, rounded up, which is how the server keeps the resources of a container. */
export function milliOf(quantity: string | number): bigint {
  return milliOfText(String(quantity));
}

const NANOS_IN_MILLI = 10n ** 6n;

const milliOfText = remember((text: string): bigint => {
  const amount = amountOfText(text);
  const rest = amount % NANOS_IN_MILLI;
  return amount / NANOS_IN_MILLI + (rest > 0n ? 1n : rest < 0n ? -1n : 0n);
});

const MILLI = 1000n;

/** Whether the server takes a quantity for a whole number. It counts the thousandths in 64 bits, so a large one may not be. */
export function isWholeNumber(quantity: string | number): boolean {
  return milli64Of(quantity) % MILLI === 0n;
}

/** The thousandths of a quantity as the server counts them, in 64 bits: 0, or another number, for more than fit. */
export function milli64Of(quantity: string | number): bigint {
  return in64Bits(milliOf(quantity), MILLI, quantity);
}

/** The units of a quantity, rounded up, as the server counts them, in 64 bits: 0, or another number, for more than fit. */
export function units64Of(quantity: string | number): bigint {
  const milli = milliOf(quantity);
  const rest = milli % MILLI;
  return in64Bits(milli / MILLI + (rest > 0n ? 1n : rest < 0n ? -1n : 0n), 1n, quantity);
}

const MAX_INT64 = 2n ** 63n - 1n;
const FAST_DIGITS = 18;

function in64Bits(count: bigint, perUnit: bigint, quantity: string | number): bigint {
  if (count <= MAX_INT64 && count >= -MAX_INT64) return count;
  // The server caps binary quantities, gives up on what it keeps as a short decimal and an exponent, and cuts off the bits of the rest.
  const [, digits = '', suffix = ''] = /^[+-]?0*([\d.]*)(.*)$/.exec(String(quantity).trim()) ?? [];
  if (suffix.endsWith('i')) return BigInt.asIntN(64, count > 0n ? min(count, MAX_INT64 * perUnit) : count);
  return digits.replace('.', '').length <= FAST_DIGITS ? 0n : BigInt.asIntN(64, count);
}

function min(one: bigint, other: bigint): bigint {
  return one < other ? one : other;
}
