import type { Schema } from './openapi';

/**
 * A schema without its prose: no description, no example. Keys are sorted; the order of lists means something and stays.
 *
 * @param path where the schema is, for the error
 * @throws Error when the schema has a keyword that the generator does not know: it may be a fact that would be lost
 */
export function factsOf(schema: Schema, path: string): Schema {
  const kept = Object.entries(schema).filter(([keyword]) => !PROSE.includes(keyword));
  return sortedObject(kept.map(([keyword, value]) => [keyword, factOf(keyword, value, path)]));
}

const PROSE = ['description', 'example', 'externalDocs', 'title'];

const FACTS = [
  '$ref',
  'default',
  'enum',
  'format',
  'required',
  'type',
  'x-kubernetes-group-version-kind',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-patch-merge-key',
  'x-kubernetes-patch-strategy',
  'x-kubernetes-unions',
];

function factOf(keyword: string, value: unknown, path: string): unknown {
  if (FACTS.includes(keyword)) return sorted(value);
  const within = `${path}.${keyword}`;
  // OpenAPI says what is under these keywords.
  if (keyword === 'items' || keyword === 'additionalProperties') return factsOf(value as Schema, within);
  if (keyword === 'allOf' || keyword === 'oneOf') return (value as Schema[]).map((schema) => factsOf(schema, within));
  if (keyword === 'properties') {
    const fields = Object.entries(value as Readonly<Record<string, Schema>>);
    return sortedObject(fields.map(([name, schema]) => [name, factsOf(schema, `${path}.${name}`)]));
  }
  throw new Error(`"${path}" has the unknown keyword "${keyword}": teach tools/import what it means`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return sortedObject(Object.entries(value).map(([key, child]) => [key, sorted(child)]));
}

/** An object of these entries, sorted by key. */
export function sortedObject<T>(entries: readonly (readonly [string, T])[]): Record<string, T> {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}
