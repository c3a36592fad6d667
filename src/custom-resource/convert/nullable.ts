import type { JSONSchemaProps } from '../../manifest/kubernetes';
import type { Place } from './context';

/** The API server takes null for a nullable field only if no enum forbids it, whatever the enum lists. */
export function nullable(schema: JSONSchemaProps, place: Place): JSONSchemaProps {
  if (schema.oneOf) return place.refuse('is nullable and one of several, but null fits all of them: make it optional');
  if (schema.enum === undefined) return { ...schema, nullable: true };
  const { enum: values, ...rest } = schema;
  return { ...rest, nullable: true, anyOf: [{ enum: values }] };
}
