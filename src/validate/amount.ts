import { nanos, quantityProblem, type Quantity } from '../manifest/quantity';
import { remember } from '../manifest/remember';

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
