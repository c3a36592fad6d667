/**
 * A value that is made when it is first asked for.
 *
 * @example
 * const words = once(() => 'small letters and digits'.split(' '));
 * words().length; // 4
 * words() === words(); // true
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
