import { remember } from '../values/remember';

type Suffix = 'n' | 'u' | 'm' | 'k' | 'M' | 'G' | 'T' | 'P' | 'E' | 'Ki' | 'Mi' | 'Gi' | 'Ti' | 'Pi' | 'Ei';

/** An amount of a resource, as Kubernetes writes it: `'500m'`, `'20Gi'`, `3`. A literal with another suffix does not compile. */
export type Quantity = number | `${number}${'' | Suffix}`;

/** What the API server takes for a quantity in a custom resource, which is what its CEL function `isQuantity` takes too. */
export const QUANTITY_PATTERN = '^[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$';

/** A text that was to be a quantity is none. The message says what is wrong with it and what to write. */
export class InvalidQuantityError extends Error {
  override readonly name = 'InvalidQuantityError';
  readonly code = 'INVALID_QUANTITY';
}

/**
 * Reads a quantity that comes from outside, such as an environment variable.
 *
 * @throws InvalidQuantityError when `text` is not a Kubernetes quantity
 * @example quantity(process.env.VOLUME_SIZE ?? '20Gi')
 */
export function quantity(text: string): Quantity {
  const problem = quantityProblem(text);
  if (problem !== undefined) throw new InvalidQuantityError(`quantity "${text}" ${problem}`);
  return text as Quantity; // The check is the same grammar as the type, and the exponents (1e3) that `${number}` has too.
}

/**
 * What is wrong with a quantity, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * Takes what `resource.ParseQuantity` of k8s.io/apimachinery takes, but for two things that are always slips: no digit at all
 * (Kubernetes reads `Gi` as 0), and an exponent of more than three digits. Whether a resource may be negative, zero or
 * fractional is for its owner to say: {@link compareQuantities}, {@link quantityIsInteger}.
 *
 * @example quantityProblem('10GB') // 'has the unit "GB": write "10G" (10^9) or "10Gi" (2^30)'
 */
export function quantityProblem(value: unknown): string | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? undefined : `is not a quantity: ${HOW_TO_WRITE}`;
  if (typeof value !== 'string') return `is not a string or a number: ${HOW_TO_WRITE}`;
  if (parse(value)) return undefined;
  return quantitySlip(value) ?? `is not a quantity: ${HOW_TO_WRITE}`;
}

/**
 * Orders two quantities by their amounts, whatever their suffixes, exactly. As in Kubernetes, what is finer than a nano is rounded
 * away from zero, and a quantity with a binary suffix holds at most 2^63-1.
 *
 * @throws InvalidQuantityError when one is not a Kubernetes quantity
 * @example compareQuantities('1Gi', '1024Mi') // 0
 */
export function compareQuantities(a: Quantity, b: Quantity): -1 | 0 | 1 {
  const [x, y] = [nanos(a), nanos(b)];
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * Whether a quantity is a whole number, as an extended resource (`nvidia.com/gpu`) must be.
 *
 * @throws InvalidQuantityError when it is not a Kubernetes quantity
 * @example quantityIsInteger('1500m') // false
 */
export function quantityIsInteger(value: Quantity): boolean {
  return nanos(value) % 10n ** 9n === 0n;
}

/**
 * The amount in whole units, rounded up: the bytes of a memory.
 *
 * @throws InvalidQuantityError when it is not a Kubernetes quantity
 * @example quantityValue('1Gi') // 1073741824n
 */
export function quantityValue(value: Quantity): bigint {
  const amount = nanos(value);
  const rest = amount % 10n ** 9n;
  return amount / 10n ** 9n + (rest > 0n ? 1n : 0n);
}

const HOW_TO_WRITE =
  'write a number and nothing, or one of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei, such as "500m" or "20Gi"';

/** What a suffix multiplies by: a power of ten, or of two. */
const SUFFIXES: Readonly<Record<string, { readonly ten: number } | { readonly two: number }>> = {
  '': { ten: 0 },
  n: { ten: -9 },
  u: { ten: -6 },
  m: { ten: -3 },
  k: { ten: 3 },
  M: { ten: 6 },
  G: { ten: 9 },
  T: { ten: 12 },
  P: { ten: 15 },
  E: { ten: 18 },
  Ki: { two: 10 },
  Mi: { two: 20 },
  Gi: { two: 30 },
  Ti: { two: 40 },
  Pi: { two: 50 },
  Ei: { two: 60 },
};

interface Parts {
  readonly negative: boolean;
  /** The digits before and after the point, as one whole number; `places` of them stand after the point. */
  readonly digits: bigint;
  readonly places: number;
  readonly unit: { readonly ten: number } | { readonly two: number };
}

const parse = remember((text: string): Parts | undefined => {
  const match = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+)|([numkMGTPE]?|[KMGTPE]i))$/.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent, suffix = ''] = match;
  const unit = exponent === undefined ? SUFFIXES[suffix] : { ten: Number(exponent) };
  if (!unit || ('ten' in unit && Math.abs(unit.ten) > 999)) return undefined;
  return { negative: sign === '-', digits: BigInt(whole + fraction), places: fraction.length, unit };
});

const MAX_BINARY_NANOS = (2n ** 63n - 1n) * 10n ** 9n;

/**
 * The exact amount, in billionths of a whole.
 *
 * @throws InvalidQuantityError when it is not a Kubernetes quantity
 * @example nanos('500m') // 500000000n
 */
export function nanos(value: Quantity): bigint {
  return nanosOf(String(value));
}

const nanosOf = remember((text: string): bigint => {
  const parts = parse(text);
  if (!parts) throw new InvalidQuantityError(`quantity "${text}" ${quantityProblem(text) ?? ''}`);
  const { negative, digits, places, unit } = parts;
  const binary = 'two' in unit;
  const factor = binary ? 2n ** BigInt(unit.two) : 1n;
  const exponent = 9 - places + (binary ? 0 : unit.ten);
  const power = 10n ** BigInt(Math.abs(exponent));
  const amount = exponent >= 0 ? digits * factor * power : (digits * factor + power - 1n) / power;
  const capped = binary && amount > MAX_BINARY_NANOS ? MAX_BINARY_NANOS : amount;
  return negative ? -capped : capped;
});

/** The slips that people make, each with what they meant, as {@link quantityProblem} says it. */
export function quantitySlip(text: string): string | undefined {
  const close = text.replace(/\s+/g, '');
  if (close !== text && parse(close)) return `has white space: write "${close}"`;
  if (/^[+-]?\d+,\d+/.test(text)) return 'has a comma: write "." before the decimals, and nothing between thousands';
  const [, number, letter = '', i, unit] =
    /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))\s*(?:([kmgtpe])(i?))?(b|bytes?)?$/i.exec(text) ?? [];
  if (number === undefined) return undefined;
  if (letter === '') return unit === undefined ? undefined : `has the unit "${unit}": write "${number}" for bytes`;
  const prefix = letter.toUpperCase();
  const decimal = prefix === 'K' ? 'k' : prefix;
  const binary = `"${number}${prefix}i" (2^${'KMGTPE'.indexOf(prefix) * 10 + 10})`;
  // Who writes "500mi" may mean half a core.
  const milli = letter === 'm' && i && unit === undefined ? ` or "${number}m" (a thousandth)` : '';
  const choice = i ? binary + milli : `"${number}${decimal}" (10^${'KMGTPE'.indexOf(prefix) * 3 + 3}) or ${binary}`;
  return `has the unit "${text.slice(number.length).trim()}": write ${choice}`;
}
