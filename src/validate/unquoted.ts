import type { Issue } from './issue';
import { show, sortOf } from './show';

/**
 * What is said of a number or a boolean where a string belongs.
 *
 * A value does not tell how it was written: `1.1` may be `1.10`, and `false` may be `NO`. Who has the text gives it, and else only a
 * whole number is shown in quotes.
 *
 * @param text from which the value was read
 * @example unquoted(1.1) // { message: '1.1 is a number', fix: 'write it in quotes' }
 * @example unquoted(1.1, '1.10') // { message: '1.10 is a number', fix: 'write "1.10" in quotes' }
 */
export function unquoted(value: unknown, text?: string): Required<Pick<Issue, 'message' | 'fix'>> {
  const known = text ?? (Number.isSafeInteger(value) || typeof value === 'bigint' ? String(value) : undefined);
  return {
    message: `${known ?? show(value)} is ${sortOf(value)}`,
    fix: `write ${known === undefined ? 'it' : `"${known}"`} in quotes`,
  };
}
