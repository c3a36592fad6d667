import type { JSONSchemaProps } from '../../manifest/kubernetes';

/** The schema without what the API server takes for not said: null, false, empty texts, lists and maps. */
export function plainSchema(schema: JSONSchemaProps): JSONSchemaProps {
  const { properties, items, additionalProperties, not, ...words } = schema;
  const said = Object.entries(words)
    .filter(([word, value]) => KEPT.includes(word) || !isNothing(value))
    .filter(([word]) => !isOfNoUse(word, schema))
    .map(([word, value]) => [word, JUNCTORS.includes(word) ? (value as JSONSchemaProps[]).map(plainSchema) : value]);
  return {
    ...(Object.fromEntries(said) as JSONSchemaProps),
    ...(properties && !isNothing(properties) && { properties: plainFields(properties) }),
    ...(items && { items: plainBelow(items) }),
    ...(additionalProperties && { additionalProperties: plainBelow(additionalProperties) }),
    ...(not && { not: plainSchema(not) }),
  };
}

/** Without a bound, there is none to be exclusive. */
function isOfNoUse(word: string, { minimum, maximum }: JSONSchemaProps): boolean {
  return (word === 'exclusiveMinimum' && minimum == null) || (word === 'exclusiveMaximum' && maximum == null);
}

const JUNCTORS: readonly string[] = ['allOf', 'anyOf', 'oneOf'];

/** What may well be false or empty. */
const KEPT: readonly string[] = ['default', 'example'];

function plainFields(properties: NonNullable<JSONSchemaProps['properties']>): JSONSchemaProps['properties'] {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, plainSchema(schema)]));
}

function plainBelow<T>(schema: T): T | JSONSchemaProps {
  return typeof schema === 'object' && !Array.isArray(schema) ? plainSchema(schema as JSONSchemaProps) : schema;
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
