import type { JSONSchemaProps } from '../manifest/kubernetes';
import { type DefinitionProblem, error } from './definition-problem';
import { goPatternProblem } from './go-pattern';
import { isLeftOut } from './left-out';
import { own } from './own';
import { onlySchema } from './only-schema';
import { MAX_DEPTH, META_FIELDS, type SchemaNode } from './schema-walk';

/**
 * What keeps a schema from being structural: each value has one type that is said once, outside of allOf, anyOf, oneOf and not, so that
 * the API server knows which fields to keep. The rules are those of `ValidateStructural` of Kubernetes 1.35.
 */
export function* structuralProblems(node: SchemaNode): Generator<DefinitionProblem> {
  const { schema, path, place } = node;
  if (node.isInItself === true)
    yield error(path, `refers to itself, which no definition can: write ${KEEP} instead of going on`);
  else if (node.depth > MAX_DEPTH) yield error(path, 'is nested deeper than the API server reads: make it flatter');
  yield* place === 'clause' ? clauseProblems(node) : structureProblems(node);
  const pattern = schema.pattern ? goPatternProblem(schema.pattern) : undefined;
  if (pattern !== undefined) yield error(`${path}.pattern`, `${JSON.stringify(schema.pattern)} ${pattern}`);
}

const KEEP = 'x-kubernetes-preserve-unknown-fields: true';

function* structureProblems(node: SchemaNode): Generator<DefinitionProblem> {
  const { schema, path, place } = node;
  const { type } = schema;
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  const keeps = schema['x-kubernetes-preserve-unknown-fields'] === true;

  if (!type && isEmbedded) yield error(path, 'has no type: an embedded resource is an "object"');
  else if (!type && !isIntOrString && !keeps) yield error(path, `has no type: write ${likelyType(node)}`);
  if (type && isEmbedded && type !== 'object') {
    yield error(`${path}.type`, `is ${JSON.stringify(type)}: an embedded resource is an "object"`);
  } else if (type && place === 'root' && type !== 'object') {
    yield error(`${path}.type`, `is ${JSON.stringify(type)}: a resource is an "object"`);
  }
  if (type === 'array' && !onlySchema(schema.items) && !(Array.isArray(schema.items) && schema.items.length > 0)) {
    yield error(path, 'is an array without items: say what is in it, such as items: { type: string }');
  }

  const otherFields = schema.additionalProperties ?? undefined;
  if (otherFields !== undefined && place === 'root') {
    yield error(`${path}.additionalProperties`, `is at the root, which has fields of its own: name them in properties`);
  }
  if (isEmbedded && otherFields !== undefined) {
    yield error(`${path}.additionalProperties`, `is in an embedded resource: write ${KEEP} in its place`);
  }
  if (isEmbedded && !keeps && Object.keys(schema.properties ?? {}).length === 0) {
    yield error(path, `is an embedded resource of which nothing is kept: write ${KEEP}, or name its properties`);
  }
  if (isIntOrString && keeps) {
    yield error(
      `${path}.x-kubernetes-preserve-unknown-fields`,
      'is beside x-kubernetes-int-or-string, which has no fields: leave it out',
    );
  }
  if (isIntOrString && isEmbedded) {
    yield error(
      `${path}.x-kubernetes-embedded-resource`,
      'is beside x-kubernetes-int-or-string, which is no object: leave one of them out',
    );
  }
  if (place !== 'root' && !isEmbedded) return;
  for (const field of META_FIELDS) {
    const property = own(schema.properties, field);
    if (property !== undefined) yield* metaProblems(node, field, property ?? {});
  }
}

/** What says it best: the fields that it has, the value that it may have. */
function likelyType({ schema, place }: SchemaNode): string {
  if (place === 'root' || schema.properties || schema.additionalProperties) return '"object"';
  if (schema.items) return '"array"';
  const values = [...(schema.enum ?? []), schema.default].filter((value) => value !== undefined && value !== null);
  const [value] = values;
  if (typeof value === 'string' || typeof value === 'boolean') return `"${typeof value}"`;
  if (typeof value === 'number') return values.every(Number.isInteger) ? '"integer"' : '"number"';
  return `"string" or what it is, or ${KEEP} for any value`;
}

/** `apiVersion`, `kind` and `metadata` are the API server's own, of the resource and of what is embedded in it. */
function* metaProblems(
  { path, place }: SchemaNode,
  field: string,
  property: JSONSchemaProps,
): Generator<DefinitionProblem> {
  const type = field === 'metadata' ? 'object' : 'string';
  if (property.type !== type) {
    yield error(`${path}.properties.${field}`, `is not of type ${type}, as it is in every resource: write that`);
  }
  if (field !== 'metadata' || place !== 'root') return;
  const more = Object.entries(property)
    .filter(([key, value]) => !METADATA_MAY_HAVE.includes(key) && !isLeftOut(key, value))
    .map(([key]) => key);
  const fields = Object.keys(property.properties ?? {}).filter((key) => !['name', 'generateName'].includes(key));
  for (const key of more) {
    yield error(
      `${path}.properties.metadata.${key}`,
      'is known already: of metadata, restrict only name and generateName',
    );
  }
  for (const key of more.length === 0 ? fields : []) {
    yield error(
      `${path}.properties.metadata`,
      `has ${key}: only name and generateName can be restricted, the rest is known`,
    );
  }
}

/** What a schema of the metadata of a resource may have; example and externalDocs are for people. */
const METADATA_MAY_HAVE: readonly string[] = ['type', 'properties', 'default', 'example', 'externalDocs'];

/** A clause says nothing of the structure. */
const NOT_IN_CLAUSES: readonly (keyof JSONSchemaProps)[] = [
  'type',
  'title',
  'description',
  'default',
  'nullable',
  'additionalProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-validations',
];

function* clauseProblems(node: SchemaNode): Generator<DefinitionProblem> {
  const { schema, path, parent } = node;
  for (const field of NOT_IN_CLAUSES) {
    if (!isSaid(field, schema[field]) || (field === 'type' && node.mayHaveType === true)) continue;
    const isSecondType = field === 'type' && node.structure?.['x-kubernetes-int-or-string'] === true;
    yield error(
      `${path}.${field}`,
      `is inside of ${junctorAbove(node)}, which only restricts values: ${isSecondType ? INT_OR_STRING : 'say it outside'}`,
    );
  }
  if (own(schema.properties, 'metadata') !== undefined) {
    yield error(
      `${path}.properties.metadata`,
      `is inside of ${junctorAbove(node)}, where nothing can be said of metadata: leave it out`,
    );
  }
  const isDescribed = node.structure !== undefined || parent?.structure === undefined;
  if (node.ofRoot === true && !isDescribed)
    yield error(path, `is not declared outside of ${junctorAbove(node)}: do it there too`);
}

const INT_OR_STRING = 'leave it out, or write anyOf: [{ type: integer }, { type: string }], in this order';

function isSaid(field: keyof JSONSchemaProps, value: unknown): boolean {
  if (value === undefined || value === null) return false;
  if (field === 'default') return true;
  return value !== false && value !== '' && !(Array.isArray(value) && value.length === 0);
}

/** The name of the junctor that the clause is below. */
export function junctorAbove(node: SchemaNode): string {
  let clause = node;
  while (clause.parent?.place === 'clause') clause = clause.parent;
  return /\.(allOf|anyOf|oneOf|not)(\[\d+\])?$/.exec(clause.path)?.[1] ?? 'a clause';
}
