import { parseGoDuration } from '../../manifest/duration';
import { isDate } from '../../manifest/timestamp';
import { MAX_INT } from './value';

const SECOND = 1_000_000_000n;

/**
 * The nanoseconds of a text with the format `duration`, which also may be numbers with the names of units (`5 days`). Undefined when it
 * is none.
 */
export function parseSchemaDuration(text: string): bigint | undefined {
  const exact = parseGoDuration(text);
  if (exact !== undefined) return exact;
  let total: bigint | undefined;
  for (const [, digits = '', unit = ''] of text.matchAll(/(\d+)[\t\n\f\r ]*([A-Za-zµ]+)/g)) {
    const length = SCALA_UNITS.find(([pattern]) => pattern.test(unit))?.[1];
    if (length !== undefined) total = (total ?? 0n) + BigInt(digits) * length;
  }
  return total !== undefined && total <= MAX_INT ? total : undefined;
}

const DAY = 86_400n * SECOND;
const SCALA_UNITS: readonly (readonly [RegExp, bigint])[] = [
  [/^(ns$|nano)/i, 1n],
  [/^([uµ]s$|micro)/i, 1_000n],
  [/^(ms$|milli)/i, 1_000_000n],
  [/^(s$|sec)/i, SECOND],
  [/^(m$|min)/i, 60n * SECOND],
  [/^(h$|hr$|hour)/i, 3600n * SECOND],
  [/^(d$|day)/i, DAY],
  [/^(w$|wk$|week)/i, 7n * DAY],
];

/** The nanoseconds since 1970 of a time in RFC 3339, as Go's `time.Parse` reads it; undefined when it is none. */
export function parseTimestamp(text: string): bigint | undefined {
  const [, date = '', hours, minutes, seconds, fraction = '', zone = ''] =
    /^(\d{4}-\d\d-\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  if (!isDate(date) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const [zoneHours = 0, zoneMinutes = 0] = zone === 'Z' ? [] : zone.slice(1).split(':').map(Number);
  if (zoneHours > 24 || zoneMinutes > 60) return undefined;
  const offset = (zone.startsWith('-') ? -1 : 1) * (zoneHours * 3600 + zoneMinutes * 60);
  const local = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return BigInt(startOf(date) + local - offset) * SECOND + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}

/** The same of a text with a format. The schema takes more than this for `date-time`, which CEL then cannot read. */
export function parseSchemaTime(text: string, format: 'date' | 'date-time'): bigint | undefined {
  if (format === 'date-time') return parseTimestamp(text);
  return isDate(text) ? BigInt(startOf(text)) * SECOND : undefined;
}

/** The seconds from 1970 to a day. Not by Date.UTC, which takes the year 10 for 1910. */
function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

/** A time in RFC 3339, in UTC and with no more digits than it needs. */
export function showTime(nanos: bigint): string {
  const seconds = floorDivide(nanos, SECOND);
  const text = new Date(Number(seconds) * 1000).toISOString().slice(0, 19);
  const fraction = String(nanos - seconds * SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${text}${fraction === '' ? '' : `.${fraction}`}Z`;
}

/** Seconds, with as many digits as it needs: `90s`, `0.5s`. */
export function showDuration(nanos: bigint): string {
  const size = nanos < 0n ? -nanos : nanos;
  const fraction = String(size % SECOND)
    .padStart(9, '0')
    .replace(/0+$/, '');
  return `${nanos < 0n ? '-' : ''}${size / SECOND}${fraction === '' ? '' : `.${fraction}`}s`;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** The parts of a time in a time zone: a name of the tz database, or an offset such as `-05:30`. Undefined when there is no such zone. */
export function partsOf(nanos: bigint, zone = 'UTC'): TimeParts | undefined {
  const millis = Number(floorDivide(nanos, 1_000_000n));
  const [, sign, hours, minutes] = /^([+-]?)(\d{1,2}):(\d\d)$/.exec(zone) ?? [];
  if (zone.includes(':') && hours === undefined) return undefined;
  const offset = hours === undefined ? zoneOffset(millis, zone) : (Number(hours) * 60 + Number(minutes)) * 60_000;
  if (offset === undefined) return undefined;
  const local = new Date(millis + (sign === '-' ? -offset : offset));
  const year = local.getUTCFullYear();
  return {
    ...{ year, month: local.getUTCMonth(), day: local.getUTCDate(), weekday: local.getUTCDay() },
    yearDay: Math.floor(
      (local.getTime() - Date.parse(`${String(year).padStart(4, '0')}-01-01T00:00:00Z`)) / 86_400_000,
    ),
    ...{ hours: local.getUTCHours(), minutes: local.getUTCMinutes(), seconds: local.getUTCSeconds() },
    millis: local.getUTCMilliseconds(),
  };
}

export interface TimeParts {
  readonly year: number;
  /** From 0 on, as are the days of the week and of the year; the day of the month is from 1 on. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly yearDay: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  readonly millis: number;
}

function zoneOffset(millis: number, timeZone: string): number | undefined {
  if (timeZone === '' || timeZone === 'UTC') return 0;
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
    const name = format.formatToParts(millis).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  } catch {
    return undefined;
  }
}
