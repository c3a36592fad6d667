import type { Problems } from './problem';

/**
 * Objects with exactly one of the fields of `Fields`.
 *
 * @example const source: OneOf<{ file: string; url: URL }> = { file: 'orders.yaml' };
 */
export type OneOf<Fields> = {
  readonly [One in keyof Fields]: { readonly [Key in One]: Fields[Key] } & {
    readonly [Other in Exclude<keyof Fields, One>]?: never;
  };
}[keyof Fields];

/**
 * Adds a problem unless `object` has exactly one of `fields`: JavaScript has no compiler to tell it.
 *
 * @param what the fields are, for an object that has none of them
 */
export function checkOneOf(problems: Problems, object: object, what: string, fields: readonly string[]): void {
  const given = Object.entries(object).flatMap(([field, value]) => (value && fields.includes(field) ? field : []));
  if (given.length === 1) return;
  const choice = fields.join(', ').replace(/, (\w+)$/, ' and $1');
  problems.add('', undefined, `has ${given.join(' and ') || `no ${what}`}: give exactly one of ${choice}`);
}
