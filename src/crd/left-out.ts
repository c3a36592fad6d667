/**
 * Whether a field of a schema is as good as left out: what Go reads into the value that a field has when nobody gives it. Some fields are
 * pointers, which have another: `default: false` is a default, and `minLength: 0` is a minimum.
 */
export function isLeftOut(field: string, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (value === '' || value === false) return !POINTERS.includes(field);
  if (typeof value !== 'object' || Object.keys(value).length > 0) return false;
  return (Array.isArray(value) ? LISTS : MAPS).includes(field);
}

const POINTERS: readonly string[] = [
  'default',
  'example',
  'additionalProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
];

const LISTS: readonly string[] = ['enum', 'items', 'allOf', 'anyOf', 'oneOf'];
const MAPS: readonly string[] = ['definitions', 'patternProperties'];
