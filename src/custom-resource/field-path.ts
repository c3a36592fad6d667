/**
 * `Path` when it leads to a field of `T`, else a type that says what is wrong and that no string has. A path is written as in a printer
 * column: `.spec.replica`, `.status.conditions[?(@.type=="Ready")].status`. What is below a field that may hold anything is not looked
 * at.
 */
export type FieldPath<T, Path extends string> = Path extends `.${string}`
  ? [FieldAt<T, Path>] extends [never]
    ? NoFieldAt<Path>
    : Path
  : NoDotBefore<Path>;

/** The schema has no field at the path. */
export interface NoFieldAt<Path extends string> {
  readonly 'no field of the schema is at': Path;
}

/** A path begins with a dot. */
export interface NoDotBefore<Path extends string> {
  readonly 'write it with a dot first': `.${Path}`;
}

/** The type of the field at a path; never when there is none. Of a union, a field of any member counts. */
type FieldAt<T, Path extends string> = unknown extends T
  ? unknown
  : Path extends ''
    ? T
    : Path extends `.${infer Rest}`
      ? InField<NonNullable<T>, Rest>
      : Path extends `[${string}]${infer Rest}`
        ? NonNullable<T> extends readonly (infer Item)[]
          ? FieldAt<Item, Rest>
          : unknown
        : never;

type InField<T, Rest extends string> = T extends unknown
  ? Name<Rest> extends keyof T
    ? FieldAt<T[Name<Rest>], After<Rest, Name<Rest>>>
    : string extends keyof T
      ? unknown
      : never
  : never;

/** Up to the next dot or bracket. */
type Name<Rest extends string> = Rest extends `${infer Before}[${string}` ? FirstOf<Before> : FirstOf<Rest>;
type FirstOf<Text extends string> = Text extends `${infer First}.${string}` ? First : Text;
type After<Rest extends string, First extends string> = Rest extends `${First}${infer Tail}` ? Tail : '';
