/**
 * Whether a text has only what can be seen, and blanks. A function of its own, because V8 takes half a millisecond to read this pattern,
 * and does so when it compiles what is around it.
 *
 * @example isPrintable('two\nlines') // false
 */
export function isPrintable(text: string): boolean {
  return /^[ \p{L}\p{M}\p{N}\p{P}\p{S}]*$/u.test(text);
}
