import type { TypeCode } from '../manifest/schema-table';

/** A {@link TypeCode}, read. */
export type Type =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'list'; readonly of: Type }
  | { readonly is: 'map'; readonly of: Type }
  | { readonly is: 'either'; readonly of: readonly Type[] };

/**
 * Reads a type of the table.
 *
 * @example readType('string[]{}') // { is: 'map', of: { is: 'list', of: { is: 'name', name: 'string' } } }
 */
export function readType(code: TypeCode): Type {
  if (code.endsWith('[]') && !isEither(code)) return { is: 'list', of: readType(code.slice(0, -2)) };
  if (code.endsWith('{}') && !isEither(code)) return { is: 'map', of: readType(code.slice(0, -2)) };
  if (isEither(code)) return { is: 'either', of: code.split('|').map(readType) };
  return code.startsWith('(') ? readType(code.slice(1, -1)) : { is: 'name', name: code };
}

/** Whether there is a `|` outside of parentheses. */
function isEither(code: TypeCode): boolean {
  return code.replace(/\(.*\)/, '').includes('|');
}
