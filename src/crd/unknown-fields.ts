import { keyed } from '../props/problem';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { onlySchema } from './only-schema';
import { own } from './own';
import { META_FIELDS } from './schema-walk';

/** A field that a schema does not have. */
export interface UnknownField {
  /** `spec.itmes[0]`, with what was given as `path` before it. */
  readonly path: string;
  readonly name: string;
  /** The fields that the schema has there. */
  readonly known: readonly string[];
}

/**
 * The fields that a schema does not have, as the API server looks for them: by the fields that schemas name, whatever the types.
 *
 * @param path of the value
 */
export function unknownFields(schema: JSONSchemaProps, value: unknown, path = ''): readonly UnknownField[] {
  if (typeof value !== 'object' || value === null) return NONE;
  if (Array.isArray(value)) {
    const items = onlySchema(schema.items);
    return items ? value.flatMap((item, index) => unknownFields(items, item, `${path}[${index}]`)) : NONE;
  }
  const { additionalProperties } = schema;
  const others = onlySchema(additionalProperties);
  const keepsOthers = additionalProperties === true || schema['x-kubernetes-preserve-unknown-fields'] === true;
  const isResource = schema['x-kubernetes-embedded-resource'] === true;
  const found: UnknownField[] = [];
  for (const [name, each] of Object.entries(value)) {
    if (isResource && META_FIELDS.includes(name)) continue;
    const below = own(schema.properties, name) ?? others;
    const at = path === '' ? name : keyed(path, name);
    if (below) found.push(...unknownFields(below, each, at));
    else if (!keepsOthers) found.push({ path: at, name, known: Object.keys(schema.properties ?? {}) });
  }
  return found;
}

const NONE: readonly UnknownField[] = [];
