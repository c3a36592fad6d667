/**
 * Whether a text is a duration as Go's `time.ParseDuration` reads it, which is what Kubernetes uses: numbers with the units h, m, s, ms,
 * us (or \u00b5s) and ns, without spaces, or `0`; at most 2^63-1 nanoseconds, some 292 years.
 *
 * @example isGoDuration('1h30m') // true
 * @example isGoDuration('1d') // false: Go has no days
 */
export function isGoDuration(text: string): boolean {
  return parseGoDuration(text) !== undefined;
}

/** The nanoseconds of such a duration; undefined when the text is none. */
export function parseGoDuration(text: string): bigint | undefined {
  const [, sign = '', rest = ''] = /^([-+]?)(.*)$/su.exec(text) ?? [];
  if (rest === '0') return 0n;
  if (!/^(?:(?:\d+(?:\.\d*)?|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h))+$/u.test(rest)) return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of rest.matchAll(/(\d*)\.?(\d*)([^\d.]+)/gu)) {
    total += (BigInt(whole + fraction) * (NANOSECONDS[unit] ?? 0n)) / 10n ** BigInt(fraction.length);
  }
  if (total > 2n ** 63n - (sign === '-' ? 0n : 1n)) return undefined;
  return sign === '-' ? -total : total;
}

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  '\u00b5s': 1_000n, // the micro sign
  '\u03bcs': 1_000n, // the Greek letter mu, which looks the same
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
