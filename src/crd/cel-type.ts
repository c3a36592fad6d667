import type { JSONSchemaProps } from '../manifest/kubernetes';
import { onlySchema } from './only-schema';

/**
 * What rules in CEL know on the way to a schema, from the first one on it that has rules: whether everything has a type. Undefined when
 * none has rules.
 */
export type CelScope = 'typed' | 'untyped' | undefined;

/** The scope of a schema, by the scope of the one above it, and by whether that is of a type that has such a thing in it. */
export function celScope(schema: JSONSchemaProps, above: CelScope, isReached: boolean): CelScope {
  const hasRules = (schema['x-kubernetes-validations'] ?? []).length > 0;
  if (!hasRules && above === undefined) return undefined;
  return hasCelType(schema) && (above === undefined || (above === 'typed' && isReached)) ? 'typed' : 'untyped';
}

/** A list has a type when its items have, and a map when its values have. In a loop: schemas may be deeper than the stack. */
function hasCelType(schema: JSONSchemaProps): boolean {
  let at: JSONSchemaProps | undefined = schema;
  while (at !== undefined) {
    if (at['x-kubernetes-int-or-string'] === true) return true;
    const values: JSONSchemaProps | undefined = onlySchema(at.additionalProperties);
    if (at.type !== 'array' && !(at.type === 'object' && values)) return SIMPLE.includes(at.type ?? '');
    at = at.type === 'array' ? onlySchema(at.items) : values;
  }
  return false;
}

const SIMPLE: readonly string[] = ['object', 'string', 'boolean', 'number', 'integer'];
