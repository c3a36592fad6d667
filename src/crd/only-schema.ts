import type { JSONSchemaProps } from '../manifest/kubernetes';

/** The schema of `additionalProperties` or `items`, which may be true, a list, or null for nothing. */
export function onlySchema(
  value: boolean | JSONSchemaProps | readonly JSONSchemaProps[] | null | undefined,
): JSONSchemaProps | undefined {
  // Only a list is not one schema, and a type guard does not tell readonly lists.
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JSONSchemaProps) : undefined;
}
