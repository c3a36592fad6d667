import { goPattern } from '../../go-pattern';
import { formatText, quoteText } from '../format-text';
import type { FunctionTable } from '../signature';
import { UnsupportedError } from '../unsupported';
import { fail, list, type List } from '../value';

function expressionOf(pattern: string): RegExp {
  const read = goPattern(pattern);
  if ('expression' in read) return read.expression;
  if ('invalid' in read) return fail(`the pattern "${pattern}" ${read.invalid}`);
  throw new UnsupportedError(`the pattern "${pattern}" ${read.unsupported}`);
}

const matches = (text: string, pattern: string): boolean => expressionOf(pattern).test(text);

function findAll(text: string, pattern: string, limit = -1n): List {
  const expression = expressionOf(pattern);
  const found = Array.from(text.matchAll(new RegExp(expression, `${expression.flags}g`)), ([match]) => match);
  return list(limit < 0n ? found : found.slice(0, Number(limit)));
}

/** Strings count in characters, not in UTF-16. */
function indexOf(text: string, part: string, from = 0n): bigint {
  if (part === '') return from;
  if (from < 0n) return fail(`index out of range: ${from}`);
  const chars = Array.from(text);
  if (from >= BigInt(chars.length)) return -1n;
  const start = chars.slice(0, Number(from)).join('').length;
  const at = text.indexOf(part, start);
  return at < 0 ? -1n : BigInt(Array.from(text.slice(0, at)).length);
}

function lastIndexOf(text: string, part: string, from?: bigint): bigint {
  const chars = Array.from(text);
  if (part === '') return from ?? BigInt(chars.length);
  if (from !== undefined && from < 0n) return fail(`index out of range: ${from}`);
  if (from !== undefined && from >= BigInt(chars.length)) return -1n;
  const until = from === undefined ? text.length : chars.slice(0, Number(from)).join('').length;
  const at = text.lastIndexOf(part, until);
  return at < 0 ? -1n : BigInt(Array.from(text.slice(0, at)).length);
}

function substring(text: string, start: bigint, end?: bigint): string {
  const chars = Array.from(text);
  const until = end ?? BigInt(chars.length);
  for (const index of [start, until]) {
    if (index < 0n || index > BigInt(chars.length)) return fail(`index out of range: ${index}`);
  }
  if (start > until) return fail(`invalid substring range. start: ${start}, end: ${until}`);
  return chars.slice(Number(start), Number(until)).join('');
}

function charAt(text: string, index: bigint): string {
  const chars = Array.from(text);
  if (index < 0n || index > BigInt(chars.length)) return fail(`index out of range: ${index}`);
  return chars[Number(index)] ?? '';
}

function replace(text: string, old: string, next: string, limit = -1n): string {
  // With nothing to look for, it is put before each character and at the end.
  const parts = old === '' ? ['', ...Array.from(text), ''] : text.split(old);
  const [first = '', ...rest] = parts;
  const count = limit < 0n ? rest.length : Number(limit);
  return rest.reduce((all, part, index) => all + (index < count ? next : old) + part, first);
}

function split(text: string, separator: string, limit = -1n): List {
  if (limit === 0n) return list([]);
  const parts = separator === '' ? Array.from(text) : text.split(separator);
  const count = Number(limit);
  if (limit < 0n || parts.length <= count) return list(parts);
  return list([...parts.slice(0, count - 1), parts.slice(count - 1).join(separator)]);
}

function join({ items }: List, separator = ''): string {
  return items.map((item) => (typeof item === 'string' ? item : fail('join: an item is no string'))).join(separator);
}

const lower = (text: string) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
const upper = (text: string) => text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** What Go takes for white space, which is not all that JavaScript does. */
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+';
const OUTER_SPACE = new RegExp(`^${SPACE}|${SPACE}$`, 'g');

export const STRINGS: FunctionTable = {
  '<string>.contains(string): bool': (text: string, part: string) => text.includes(part),
  '<string>.startsWith(string): bool': (text: string, part: string) => text.startsWith(part),
  '<string>.endsWith(string): bool': (text: string, part: string) => text.endsWith(part),
  '<string>.matches(string): bool': matches,
  'matches(string, string): bool': matches,
  '<string>.find(string): string': (text: string, pattern: string) => expressionOf(pattern).exec(text)?.[0] ?? '',
  '<string>.findAll(string): list(string)': (text: string, pattern: string) => findAll(text, pattern),
  '<string>.findAll(string, int): list(string)': findAll,
  '<string>.charAt(int): string': charAt,
  '<string>.indexOf(string): int': (text: string, part: string) => indexOf(text, part),
  '<string>.indexOf(string, int): int': indexOf,
  '<string>.lastIndexOf(string): int': (text: string, part: string) => lastIndexOf(text, part),
  '<string>.lastIndexOf(string, int): int': lastIndexOf,
  '<string>.lowerAscii(): string': lower,
  '<string>.upperAscii(): string': upper,
  '<string>.replace(string, string): string': (text: string, old: string, next: string) => replace(text, old, next),
  '<string>.replace(string, string, int): string': replace,
  '<string>.split(string): list(string)': (text: string, separator: string) => split(text, separator),
  '<string>.split(string, int): list(string)': split,
  '<string>.substring(int): string': (text: string, start: bigint) => substring(text, start),
  '<string>.substring(int, int): string': substring,
  '<string>.trim(): string': (text: string) => text.replace(OUTER_SPACE, ''),
  '<string>.format(list(dyn)): string': (text: string, args: List) => formatText(text, args.items),
  'strings.quote(string): string': quoteText,
  '<list(string)>.join(): string': (items: List) => join(items),
  '<list(string)>.join(string): string': join,
};
