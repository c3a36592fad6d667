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
