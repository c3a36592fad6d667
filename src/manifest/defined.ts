/** The same object without the fields that are undefined. */
export function defined<T extends object>(fields: T): T {
  // Leaving out what is undefined keeps the type: only optional fields can be undefined.
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}
