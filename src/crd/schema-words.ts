import type { JSONSchemaProps } from '../manifest/kubernetes';

/** Whether a schema of a definition has such a field. What else is in it, the API server drops where it does not refuse it. */
export function isSchemaWord(field: string): boolean {
  return Object.hasOwn(WORDS, field);
}

/** All of them, which the type asks for. */
const WORDS: Readonly<Record<keyof JSONSchemaProps, true>> = {
  $ref: true,
  $schema: true,
  additionalItems: true,
  additionalProperties: true,
  allOf: true,
  anyOf: true,
  default: true,
  definitions: true,
  dependencies: true,
  description: true,
  enum: true,
  example: true,
  exclusiveMaximum: true,
  exclusiveMinimum: true,
  externalDocs: true,
  format: true,
  id: true,
  items: true,
  maxItems: true,
  maxLength: true,
  maxProperties: true,
  maximum: true,
  minItems: true,
  minLength: true,
  minProperties: true,
  minimum: true,
  multipleOf: true,
  not: true,
  nullable: true,
  oneOf: true,
  pattern: true,
  patternProperties: true,
  properties: true,
  required: true,
  title: true,
  type: true,
  uniqueItems: true,
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-int-or-string': true,
  'x-kubernetes-list-map-keys': true,
  'x-kubernetes-list-type': true,
  'x-kubernetes-map-type': true,
  'x-kubernetes-preserve-unknown-fields': true,
  'x-kubernetes-validations': true,
};
