import { checkValue, type ValueProblem } from '../../crd/check-value';
import type { Fields } from '../../values/fields';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { keyed } from '../../props/problem';

/** Where a CustomResourceDefinition that came from outside has other fields, or other types, than one has. */
export function definitionShapeProblems(definition: unknown): readonly ValueProblem[] {
  const problems = checkValue(DEFINITION, definition);
  if (problems.length > 0) return problems;
  const { versions } = (definition as { readonly spec: { readonly versions: readonly Version[] } }).spec;
  return versions.flatMap(({ schema }, index) =>
    schemaShapeProblems(schema?.openAPIV3Schema, `spec.versions[${index}].schema.openAPIV3Schema`),
  );
}

interface Version {
  readonly schema?: { readonly openAPIV3Schema?: unknown };
}

function schemaShapeProblems(schema: unknown, path: string): readonly ValueProblem[] {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return [];
  const problems = checkValue(SCHEMA, schema).map(({ path: inner, phrase }) => ({ path: `${path}.${inner}`, phrase }));
  if (problems.length > 0) return problems;
  const { properties, items, additionalProperties, not, ...rest } = schema as Fields;
  return [
    ...Object.entries((properties ?? {}) as Fields).flatMap(([name, field]) =>
      schemaShapeProblems(field, keyed(`${path}.properties`, name)),
    ),
    ...Object.entries({ items, additionalProperties, not }).flatMap(([word, below]) =>
      schemaShapeProblems(below, `${path}.${word}`),
    ),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((word) =>
      ((rest[word] ?? []) as readonly unknown[]).flatMap((clause, index) =>
        schemaShapeProblems(clause, `${path}.${word}[${index}]`),
      ),
    ),
  ];
}

const ANYTHING: JSONSchemaProps = { 'x-kubernetes-preserve-unknown-fields': true, nullable: true };
const ANY_OBJECT: JSONSchemaProps = { type: 'object', 'x-kubernetes-preserve-unknown-fields': true };
const STRING: JSONSchemaProps = { type: 'string' };
const INTEGER: JSONSchemaProps = { type: 'integer' };
const NUMBER: JSONSchemaProps = { type: 'number' };
const BOOLEAN: JSONSchemaProps = { type: 'boolean' };
const STRINGS = listOf(STRING);
const SCHEMAS = listOf(ANY_OBJECT);

function listOf(items: JSONSchemaProps): JSONSchemaProps {
  return { type: 'array', items };
}

function fields(properties: NonNullable<JSONSchemaProps['properties']>, required?: readonly string[]): JSONSchemaProps {
  return { type: 'object', properties, ...(required && { required }) };
}

const SERVICE = fields({ namespace: STRING, name: STRING, path: STRING, port: INTEGER });

const CONVERSION = fields({
  strategy: STRING,
  webhook: fields({
    clientConfig: fields({ caBundle: STRING, url: STRING, service: SERVICE }),
    conversionReviewVersions: STRINGS,
  }),
});

const COLUMN = fields({
  name: STRING,
  type: STRING,
  jsonPath: STRING,
  format: STRING,
  description: STRING,
  priority: INTEGER,
});

const VERSION = fields(
  {
    name: STRING,
    served: BOOLEAN,
    storage: BOOLEAN,
    deprecated: BOOLEAN,
    deprecationWarning: STRING,
    schema: fields({ openAPIV3Schema: ANY_OBJECT }, ['openAPIV3Schema']),
    subresources: fields({
      status: ANY_OBJECT,
      scale: fields({ specReplicasPath: STRING, statusReplicasPath: STRING, labelSelectorPath: STRING }),
    }),
    additionalPrinterColumns: listOf(COLUMN),
    selectableFields: listOf(fields({ jsonPath: STRING })),
  },
  ['name', 'schema'],
);

/** A whole definition, but for the schemas in it. */
const DEFINITION = fields(
  {
    apiVersion: STRING,
    kind: STRING,
    metadata: ANY_OBJECT,
    spec: fields(
      {
        group: STRING,
        names: fields(
          {
            kind: STRING,
            listKind: STRING,
            plural: STRING,
            singular: STRING,
            shortNames: STRINGS,
            categories: STRINGS,
          },
          ['kind', 'plural'],
        ),
        scope: STRING,
        versions: listOf(VERSION),
        conversion: CONVERSION,
        preserveUnknownFields: BOOLEAN,
      },
      ['group', 'names', 'scope', 'versions'],
    ),
    status: ANY_OBJECT,
  },
  ['spec'],
);

/** One schema, but for those in it. */
const SCHEMA = fields({
  $ref: STRING,
  $schema: STRING,
  additionalItems: ANYTHING,
  additionalProperties: ANYTHING,
  allOf: SCHEMAS,
  anyOf: SCHEMAS,
  default: ANYTHING,
  definitions: ANY_OBJECT,
  dependencies: ANY_OBJECT,
  description: STRING,
  enum: listOf(ANYTHING),
  example: ANYTHING,
  exclusiveMaximum: BOOLEAN,
  exclusiveMinimum: BOOLEAN,
  externalDocs: fields({ description: STRING, url: STRING }),
  format: STRING,
  id: STRING,
  items: ANYTHING,
  maxItems: INTEGER,
  maxLength: INTEGER,
  maxProperties: INTEGER,
  maximum: NUMBER,
  minItems: INTEGER,
  minLength: INTEGER,
  minProperties: INTEGER,
  minimum: NUMBER,
  multipleOf: NUMBER,
  not: ANY_OBJECT,
  nullable: BOOLEAN,
  oneOf: SCHEMAS,
  pattern: STRING,
  patternProperties: ANY_OBJECT,
  properties: { type: 'object', additionalProperties: ANY_OBJECT },
  required: STRINGS,
  title: STRING,
  type: STRING,
  uniqueItems: BOOLEAN,
  'x-kubernetes-embedded-resource': BOOLEAN,
  'x-kubernetes-int-or-string': BOOLEAN,
  'x-kubernetes-list-map-keys': STRINGS,
  'x-kubernetes-list-type': STRING,
  'x-kubernetes-map-type': STRING,
  'x-kubernetes-preserve-unknown-fields': BOOLEAN,
  'x-kubernetes-validations': listOf(
    fields(
      {
        rule: STRING,
        message: STRING,
        messageExpression: STRING,
        reason: STRING,
        fieldPath: STRING,
        optionalOldSelf: BOOLEAN,
      },
      ['rule'],
    ),
  ),
});
