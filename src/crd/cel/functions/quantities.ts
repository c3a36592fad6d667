import { nanos, type Quantity } from '../../../manifest/quantity';
import type { FunctionTable } from '../signature';
import { fail, MAX_INT, MIN_INT, type Opaque, type Value } from '../value';

interface Amount {
  /** Exactly, in billionths. */
  readonly nanos: bigint;
  /** How Kubernetes keeps it while that is possible: only then it can be an integer. */
  readonly short: { readonly value: bigint; readonly scale: number } | undefined;
}

function quantity(amount: Amount, isComputed = false): Opaque {
  return { kind: 'opaque', type: 'kubernetes.Quantity', identity: String(amount.nanos), data: amount, isComputed };
}

function parse(text: string): Amount | undefined {
  const match = /^([+-]?)(\d*)(\.\d*)?(?:[eE]([+-]?\d{1,3})|([numkMGTPE]?|[KMGTPE]i))$/.exec(text);
  const [, sign = '', whole = '', point = '', exponent, suffix = ''] = match ?? [];
  // Kubernetes reads no digit at all as 0, even a sign alone.
  if (match === null || text === '') return undefined;
  const fraction = point.slice(1);
  const amount = whole + fraction === '' ? 0n : nanos(text as Quantity);
  return { nanos: amount, short: shortOf(sign, whole.replace(/^0+/, '') || '0', fraction, exponent, suffix) };
}

const POWERS: Readonly<Record<string, number>> = {
  ...{ '': 0, n: -9, u: -6, m: -3, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 },
  ...{ Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 },
};

function shortOf(sign: string, whole: string, fraction: string, exponent: string | undefined, suffix: string) {
  const power = exponent === undefined ? (POWERS[suffix] ?? 0) : Number(exponent);
  const isBinary = suffix.endsWith('i');
  const spare = isBinary
    ? 14 - whole.length - Math.trunc((power * 3) / 10) - (fraction === '' ? 0 : 99)
    : 18 - whole.length - fraction.length;
  const scale = isBinary ? 0 : power - fraction.length;
  if (spare < 0 || scale < -9) return undefined;
  const size = BigInt(whole + fraction) * (isBinary ? 2n ** BigInt(power) : 1n);
  return isInt(size) ? { value: sign === '-' ? -size : size, scale } : undefined;
}

const isInt = (value: bigint): boolean => value <= MAX_INT && value >= MIN_INT;

const amountOf = ({ data }: Opaque): Amount => data as Amount;

function integerOf(value: Opaque): bigint | undefined {
  const { short } = amountOf(value);
  if (short === undefined || short.scale < 0) return undefined;
  const whole = short.value * 10n ** BigInt(short.scale);
  return isInt(whole) ? whole : undefined;
}

function add(a: Opaque, b: Opaque | bigint, sign = 1n): Opaque {
  const [one, two] = [amountOf(a), typeof b === 'bigint' ? ofInt(b) : amountOf(b)];
  const sum = one.nanos + sign * two.nanos;
  return quantity({ nanos: sum, short: addShort(one.short, two.short, sign) }, true);
}

function addShort(a: Amount['short'], b: Amount['short'], sign: bigint): Amount['short'] {
  if (a === undefined || b === undefined || b.value === 0n) return b && a;
  if (a.value === 0n) return { value: sign * b.value, scale: b.scale };
  const scale = Math.min(a.scale, b.scale);
  const value = a.value * 10n ** BigInt(a.scale - scale) + sign * b.value * 10n ** BigInt(b.scale - scale);
  return isInt(value) ? { value, scale } : undefined;
}

const ofInt = (value: bigint): Amount => ({ nanos: value * 10n ** 9n, short: { value, scale: 0 } });

function compare(a: Opaque, b: Opaque): bigint {
  const difference = amountOf(a).nanos - amountOf(b).nanos;
  return difference < 0n ? -1n : difference > 0n ? 1n : 0n;
}

const sign = (value: Opaque): bigint => compare(value, quantity(ofInt(0n)));

const read = (text: string): Value => quantity(parse(text) ?? fail(`"${text}" is no quantity`));

export const QUANTITIES: FunctionTable = {
  'quantity(string): kubernetes.Quantity': read,
  'isQuantity(string): bool': (text: string) => parse(text) !== undefined,
  'sign(kubernetes.Quantity): int': sign,
  '<kubernetes.Quantity>.isGreaterThan(kubernetes.Quantity): bool': (a: Opaque, b: Opaque) => compare(a, b) > 0n,
  '<kubernetes.Quantity>.isLessThan(kubernetes.Quantity): bool': (a: Opaque, b: Opaque) => compare(a, b) < 0n,
  '<kubernetes.Quantity>.compareTo(kubernetes.Quantity): int': compare,
  '<kubernetes.Quantity>.asApproximateFloat(): double': (value: Opaque) => Number(`${amountOf(value).nanos}e-9`),
  '<kubernetes.Quantity>.asInteger(): int': (value: Opaque) =>
    integerOf(value) ?? fail('cannot convert value to integer'),
  '<kubernetes.Quantity>.isInteger(): bool': (value: Opaque) => integerOf(value) !== undefined,
  '<kubernetes.Quantity>.add(kubernetes.Quantity): kubernetes.Quantity': (a: Opaque, b: Opaque) => add(a, b),
  '<kubernetes.Quantity>.add(int): kubernetes.Quantity': (a: Opaque, b: bigint) => add(a, b),
  '<kubernetes.Quantity>.sub(kubernetes.Quantity): kubernetes.Quantity': (a: Opaque, b: Opaque) => add(a, b, -1n),
  '<kubernetes.Quantity>.sub(int): kubernetes.Quantity': (a: Opaque, b: bigint) => add(a, b, -1n),
};
