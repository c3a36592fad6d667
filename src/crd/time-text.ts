import { isGoDuration } from '../manifest/duration';
import { isDate } from '../manifest/timestamp';

/**
 * Whether the API server takes a text for the format `date-time`. That is RFC 3339 without leap seconds, and some more: small letters,
 * any sign before the fraction, any offset of two digits and two, and whatever follows a second "t".
 */
export function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.toLowerCase().split('t');
  return isDate(date) && /^([01]\d|2[0-3])(:[0-5]\d){2}([^\n]\d+)?(z|[+-]\d\d:\d\d)$/u.test(time);
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
