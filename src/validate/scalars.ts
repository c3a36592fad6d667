import { isFields } from '../values/fields';
import type { Scalar } from '../manifest/schema-table';
import { intOrPercentProblem } from '../manifest/percent';
import { quantitySlip } from '../manifest/quantity';
import { remember } from '../values/remember';
import { isTimestamp } from '../manifest/timestamp';

/** What a scalar of the table takes, read as the API server reads it. */
export interface ScalarType {
  /** Whether the value is of the right type. */
  readonly fits: (value: unknown) => boolean;
  /** Continues `give `. */
  readonly what: string;
  /** What is wrong with a value of the right type, as a phrase; where the server reads the text of a string. */
  readonly problem?: (value: unknown) => string | undefined;
  /** What the server makes of a null in a list or in a map. */
  readonly zero: unknown;
}

const isString = (value: unknown): boolean => typeof value === 'string';
const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';

export const SCALARS: Readonly<Record<Scalar, ScalarType>> = {
  any: { fits: () => true, what: 'a value', zero: null },
  boolean: { fits: (value) => typeof value === 'boolean', what: 'true or false', zero: false },
  bytes: {
    // Go fills bytes from a list of numbers, too, and takes null for 0.
    fits: (value) => isString(value) || (Array.isArray(value) && value.every(isByte)),
    what: 'a string in base64',
    problem: base64Problem,
    zero: '',
  },
  'int-or-percent': {
    fits: (value) => isString(value) || isNumber(value),
    what: 'a whole number, or a percentage such as "25%"',
    problem: (value) => intOrPercentProblem(value),
    zero: 0,
  },
  'int-or-string': {
    fits: (value) => isString(value) || isNumber(value),
    what: 'a whole number or a string',
    problem: (value) => (isString(value) ? undefined : int32Problem(value)),
    zero: 0,
  },
  int32: { fits: isNumber, what: 'a whole number', problem: int32Problem, zero: 0 },
  int64: { fits: isNumber, what: 'a whole number', problem: int64Problem, zero: 0 },
  'micro-time': {
    fits: isString,
    what: 'a time such as "2026-01-31T09:30:00.000000Z"',
    problem: (value) => timeProblem(String(value), isMicroTime, '2026-01-31T09:30:00.000000Z'),
    zero: undefined,
  },
  number: { fits: isNumber, what: 'a number', problem: finiteProblem, zero: 0 },
  object: {
    fits: isFields,
    what: 'a map',
    zero: undefined,
  },
  quantity: {
    fits: (value) => isString(value) || isNumber(value),
    what: 'a quantity, such as "500m" or "20Gi"',
    problem: (value) => (isString(value) ? quantityTextProblem(String(value)) : finiteProblem(value)),
    zero: '0',
  },
  string: { fits: isString, what: 'a string', zero: '' },
  time: {
    fits: isString,
    what: 'a time such as "2026-01-31T09:30:00Z"',
    problem: (value) => timeProblem(String(value), isTimestamp, '2026-01-31T09:30:00Z'),
    zero: undefined,
  },
};

function int32Problem(value: unknown): string | undefined {
  if (Number.isInteger(value) && Number(value) >= -(2 ** 31) && Number(value) < 2 ** 31) return undefined;
  return intProblem(value, '32', -(2n ** 31n), 2n ** 31n - 1n);
}

function int64Problem(value: unknown): string | undefined {
  if (Number.isSafeInteger(value)) return undefined;
  return intProblem(value, '64', -(2n ** 63n), 2n ** 63n - 1n);
}

function intProblem(value: unknown, bits: string, min: bigint, max: bigint): string | undefined {
  if (typeof value === 'number' && !Number.isInteger(value)) return 'is not a whole number: give one';
  const exact = BigInt(value as number | bigint); // fits() and the line above leave nothing else.
  // JavaScript writes the double of -2^63 as -9223372036854776000, which does not fit. Those above it are written so that they do.
  const isRounded = typeof value === 'number' && exact === -(2n ** 63n);
  return isRounded || exact < min || exact > max
    ? `does not fit into ${bits} bits: give a number from ${min} to ${max}`
    : undefined;
}

function finiteProblem(value: unknown): string | undefined {
  return typeof value === 'bigint' || Number.isFinite(value) ? undefined : 'is not a number that JSON has: give one';
}

function isByte(value: unknown): boolean {
  return value === null || (Number.isInteger(value) && Number(value) >= 0 && Number(value) < 256);
}

/** The standard alphabet with its padding; line breaks are skipped (encoding/base64 of Go). */
function base64Problem(value: unknown): string | undefined {
  if (typeof value !== 'string' || isBase64(value)) return undefined;
  if (value.includes('\n') && isBase64(value.replace(/[\r\n]/g, ''))) return undefined;
  const padded = value + '='.repeat((4 - (value.length % 4)) % 4);
  const isUnpadded = padded !== value && isBase64(padded);
  return `is not base64: ${isUnpadded ? 'add the "=" at its end' : 'encode it, or use stringData in a Secret'}`;
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z\d+/]*={0,2}$/.test(text);
}

// What ParseQuantity takes: digits may be missing altogether, which means 0, unless the unit is Pi or Ei, or there is an exponent.
const QUANTITY = /^(?=.)[+-]?(\d*(\.\d*)?([numkMGTPE]?|[KMGT]i|[eE][+-]?\d{1,18})|(?=\.?\d)\d*(\.\d*)?[PE]i)$/;

const quantityTextProblem = remember((text: string): string | undefined => {
  // Blanks around it do not count. What JSON escapes does, because Go reads the escape.
  if (QUANTITY.test(/[\t-\r\ufeff]/.test(text) ? text : text.trim())) return undefined;
  return quantitySlip(text) ?? 'is not a quantity: write a number and a unit, such as "500m" or "20Gi"';
});

const MICROSECONDS = /[.,]\d{6}(?:Z|[+-]\d\d:\d\d)$/;

function isMicroTime(text: string): boolean {
  return MICROSECONDS.test(text) && isTimestamp(text);
}

function timeProblem(text: string, isTime: (text: string) => boolean, example: string): string | undefined {
  return isTime(text) ? undefined : `is not a time: write it as "${example}"`;
}
