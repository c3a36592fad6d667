/** An object whose fields nobody knows yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a map of YAML: an object, and no list. */
export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Field by field, where a spread and a rest would say the same: V8 takes five times as long over those, and so does whoever goes on with
// what comes out of them. It shows where there are thousands of objects.

/** `{ ...object, ...changes }` */
export function withFields<T extends object, U extends object>(object: T, changes: U): T & U {
  const copy: Partial<T & U> = {};
  for (const field in object) copy[field] = object[field] as (T & U)[typeof field];
  for (const field in changes) copy[field] = changes[field] as (T & U)[typeof field];
  return copy as T & U; // It has the fields of both. One that both have is to be of the type that it had.
}

/** What `rest` is in `const { [field]: _, ...rest } = object`, of one field or several. */
export function withoutFields<T extends object, Field extends string>(object: T, ...fields: Field[]): Omit<T, Field> {
  const copy: Partial<T> = {};
  for (const name in object) if (!(fields as string[]).includes(name)) copy[name] = object[name];
  return copy as Omit<T, Field>; // It has all fields but those.
}
