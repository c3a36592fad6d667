/** The same object without the fields that are undefined. */
export function defined<T extends object>(fields: T): T {
  const kept: Partial<T> = {};
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  // Leaving out what is undefined keeps the type: only optional fields can be undefined.
  return kept as T;
}
