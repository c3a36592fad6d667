/** Whether a text is a date as Go reads the layout `2006-01-02`: four digits, two and two, and a day that the month has. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * Whether the API server takes a text for the format `date-time`. That is RFC 3339 without leap seconds, and some more: small letters,
 * any sign before the fraction, any offset of two digits and two, and whatever follows a second "t".
 */
export function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  return isDate(date) && /^([01]\d|2[0-3])(:[0-5]\d){2}([^\n]\d+)?(z|[+-]\d\d:\d\d)$/u.test(time);
}

/** Whether a text is a time for `metadata.creationTimestamp`: RFC 3339 as Go's `time.Parse` reads it, which takes an hour of one digit. */
export function isTimestamp(text: string): boolean {
  const [, date = '', zone = ''] =
    /^([\d-]+)T(?:[01]?\d|2[0-3])(?::[0-5]\d){2}(?:[.,]\d+)?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
  return isDate(date) && hours <= 24 && minutes <= 60;
}

/**
 * Whether the API server takes a text for the format `duration`: a duration of Go (`1h30m`), or a text that has a number with a unit
 * somewhere in it (`5 days`, `P1D`).
 */
export function isDuration(text: string): boolean {
  if (isGoDuration(text)) return true;
  const amounts = [...text.matchAll(/(\d+)[\t\n\f\r ]*([A-Za-zµ]+)/g)];
  if (amounts.some(([, digits = '']) => BigInt(digits) > MAX_INT64)) return false;
  return amounts.some(([, , unit = '']) => SCALA_UNIT.test(unit));
}

const MAX_INT64 = 2n ** 63n - 1n;
/** The last spelling of each unit may go on: `nanoseconds`, `days`. */
const SCALA_UNIT = /^([nuµm]?s|[mhdw]|hr|wk)$|^(nano|micro|milli|sec|min|hour|day|week)/i;

const NANOSECONDS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  // The micro sign and the Greek letter.
  '\u00b5s': 1_000n,
  '\u03bcs': 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
};
const AMOUNT = /(\d*)(\.\d*)?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)/y;

function isGoDuration(text: string): boolean {
  const unsigned = text.replace(/^[+-]/, '');
  if (unsigned === '0') return true;
  let total = 0n;
  AMOUNT.lastIndex = 0;
  while (AMOUNT.lastIndex < unsigned.length) {
    const [, whole = '', fraction = '', unit = ''] = AMOUNT.exec(unsigned) ?? [];
    if (whole === '' && !/\d/.test(fraction)) return false;
    total += BigInt(whole) * (NANOSECONDS[unit] ?? 0n);
  }
  const isNegative = text.startsWith('-');
  return unsigned !== '' && total <= (isNegative ? MAX_INT64 + 1n : MAX_INT64);
}
