/** A value as a message shows it, cut when it is long; the empty string for what is no scalar. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > MAX ? `${value.slice(0, MAX)}...` : value);
  return isScalar(value) ? String(value) : '';
}

function isScalar(value: unknown): value is number | bigint | boolean {
  return typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean';
}

const MAX = 80;

/** Of what sort a value is: `a string`, `a list`. */
export function sortOf(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'boolean') return 'a boolean';
  return typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
