/**
 * A JSON value as a text that two values share exactly when they are equal, in whatever order their keys are. With `lists: 'unordered'`
 * the order of the items of lists does not count either.
 *
 * @example canonical({ b: 1, a: [2, 1] }) // '{"a":[2,1],"b":1}'
 */
export function canonical(value: unknown, options: { readonly lists?: 'unordered' } = {}): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) {
    const items = value.map((item) => canonical(item, options));
    return `[${(options.lists === 'unordered' ? items.sort() : items).join()}]`;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .map(([key, field]) => `${JSON.stringify(key)}:${canonical(field, options)}`)
    .sort()
    .join()}}`;
}
