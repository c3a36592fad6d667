import type { JSONSchemaProps } from '../manifest/kubernetes';
import { type DefinitionProblem, error } from './definition-problem';
import type { SchemaNode } from './schema-walk';
import { suggest } from './suggest';

/** What a definition may not say of a value, wherever it is in the schema: fields of JSON Schema that Kubernetes has not, and types. */
export function* schemaFieldProblems({ schema, path, meta, noDefault }: SchemaNode): Generator<DefinitionProblem> {
  for (const [field, { isUsed, wayOut }] of NOT_SUPPORTED) {
    if (isUsed(schema[field])) yield error(`${path}.${field}`, `is not supported: ${wayOut}`);
  }
  const { type, items, properties, additionalProperties } = schema;
  if (type && !TYPES.includes(type))
    yield error(`${path}.type`, `${JSON.stringify(type)} is no type: ${rightType(type)}`);
  if (Array.isArray(items) && items.length > 0) {
    yield error(`${path}.items`, 'is a list: write one schema, which all items have');
  }
  if (schema.uniqueItems === true) {
    yield error(`${path}.uniqueItems`, 'is not supported, because it is slow: write x-kubernetes-list-type: set');
  }
  const isMap = additionalProperties !== undefined && additionalProperties !== null && additionalProperties !== true;
  if (isMap && Object.keys(properties ?? {}).length > 0) {
    const wayOut = 'unknown fields are pruned anyway; for a map leave properties out';
    yield error(`${path}.additionalProperties`, `is beside properties: leave it out, ${wayOut}`);
  }
  if (schema['x-kubernetes-preserve-unknown-fields'] === false) {
    yield error(`${path}.x-kubernetes-preserve-unknown-fields`, 'is false: leave it out, or write true');
  }
  if (meta !== undefined && schema['x-kubernetes-embedded-resource'] === true) {
    yield error(`${path}.x-kubernetes-embedded-resource`, 'is in the metadata of a resource: leave it out');
  }
  if (noDefault !== undefined && schema.default !== undefined && schema.default !== null) {
    yield error(`${path}.default`, `is ${noDefault}, where none is filled in: leave it out`);
  }
}

interface NotSupported {
  readonly isUsed: (value: unknown) => boolean;
  readonly wayOut: string;
}

const isThere = (value: unknown) => value !== undefined && value !== null;
const hasText = (value: unknown) => isThere(value) && value !== '';
const hasKeys = (value: unknown) => isThere(value) && Object.keys(value).length > 0;

const NOT_SUPPORTED: readonly (readonly [keyof JSONSchemaProps, NotSupported])[] = [
  ['$ref', { isUsed: isThere, wayOut: 'write out the schema that it refers to' }],
  ['$schema', { isUsed: hasText, wayOut: 'leave it out' }],
  ['id', { isUsed: hasText, wayOut: 'leave it out' }],
  ['definitions', { isUsed: hasKeys, wayOut: 'write each schema out where it is used' }],
  [
    'patternProperties',
    { isUsed: hasKeys, wayOut: 'use additionalProperties, and a rule in x-kubernetes-validations' },
  ],
  ['additionalItems', { isUsed: isThere, wayOut: 'leave it out' }],
  ['dependencies', { isUsed: isThere, wayOut: 'use a rule in x-kubernetes-validations' }],
];

const TYPES: readonly string[] = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

/** What other languages call the types. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  bool: 'boolean',
  dict: 'object',
  double: 'number',
  float: 'number',
  int: 'integer',
  int32: 'integer',
  int64: 'integer',
  list: 'array',
  map: 'object',
  str: 'string',
};

function rightType(type: string): string {
  if (type === 'null') return 'write nullable: true beside the type of the other values';
  const lower = type.toLowerCase();
  const same = Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : undefined;
  return same === undefined ? suggest(type, TYPES, `use one of ${TYPES.join(', ')}`) : `did you mean "${same}"`;
}
