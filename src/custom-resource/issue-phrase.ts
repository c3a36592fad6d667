import { z } from 'zod';
import { didYouMean } from '../values/did-you-mean';

/** What an issue of zod says, as a phrase that continues `<path> <value> `. A message of the schema's own author is taken as it is. */
export function phraseOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (issue.code === 'custom' || !isStock(issue, value)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `is missing: give ${typeWord(issue.expected)}`
        : `is ${sortOf(value)}: give ${typeWord(issue.expected)}`;
    case 'invalid_value':
      return valuePhrase(issue.values, value);
    case 'too_small':
      return boundPhrase('at least', 'more than', issue.minimum, issue.inclusive, issue.origin);
    case 'too_big':
      return boundPhrase('at most', 'less than', issue.maximum, issue.inclusive, issue.origin);
    case 'not_multiple_of':
      return `is not a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return issue.pattern === undefined ? `is not in the format "${issue.format}"` : `does not match ${issue.pattern}`;
    case 'invalid_union':
      if (value === undefined) return 'is missing';
      return issue.inclusive === false && issue.errors.length === 0
        ? 'fits more than one of the forms, of which it may have one'
        : 'fits none of the forms that it may have';
    default:
      return issue.message;
  }
}

/** Whether zod itself says so of the value, in the language that it is set to: the schema's author may have a message of their own. */
export function isStock(issue: z.core.$ZodIssue, value: unknown): boolean {
  const { localeError } = z.config();
  const stock = localeError?.({ ...issue, input: value } as z.core.$ZodRawIssue);
  return issue.message === (typeof stock === 'object' ? stock?.message : stock);
}

function valuePhrase(values: readonly unknown[], value: unknown): string {
  const known = values.map((each) => JSON.stringify(each)).join(', ');
  const what = values.length === 1 ? `must be ${known}` : `must be one of ${known}`;
  if (value === undefined) return `is missing: it ${what}`;
  const guess = typeof value === 'string' ? didYouMean(value, values.map(String)) : undefined;
  return guess === undefined ? what : `${what}: did you mean "${guess}"`;
}

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
  object: ['field', 'fields'],
  record: ['entry', 'entries'],
};

function boundPhrase(
  within: string,
  beyond: string,
  bound: number | bigint,
  inclusive: boolean | undefined,
  origin: string,
): string {
  const limit = `${inclusive === false ? beyond : within} ${bound}`;
  const [one, many] = UNITS[origin] ?? [];
  return one === undefined ? `must be ${limit}` : `must have ${limit} ${(Number(bound) === 1 ? one : many) ?? ''}`;
}

const TYPES: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a string',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

function typeWord(expected: string): string {
  return TYPES[expected] ?? `a ${expected}`;
}

function sortOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  return typeof value === 'boolean' ? 'true or false' : `a ${typeof value}`;
}
