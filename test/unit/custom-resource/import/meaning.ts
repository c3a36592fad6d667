import type { CustomResourceDefinition, JSONSchemaProps } from '../../../../src/manifest/kubernetes';

/**
 * What a definition means, in a form in which two that mean the same are equal: without what the API server takes for not said or fills
 * in itself, and with the two things that an imported module is stricter in.
 */
export function meaning({ metadata, spec }: CustomResourceDefinition): unknown {
  const { names, versions, conversion, scope, group } = spec;
  const { labels, annotations } = metadata ?? {};
  const { 'kubectl.kubernetes.io/last-applied-configuration': _applied, ...own } = annotations ?? {};
  return said({
    metadata: { name: metadata?.name, labels, annotations: own },
    group,
    scope,
    names: { listKind: `${names.kind}List`, singular: names.kind.toLowerCase(), ...filled(names) },
    conversion: conversion?.strategy === 'None' ? undefined : conversion,
    versions: versions.map(({ schema, ...version }) => ({ ...version, root: rootMeaning(schema?.openAPIV3Schema) })),
  });
}

type Words = Readonly<Record<string, unknown>>;

const META = ['apiVersion', 'kind', 'metadata'];

function rootMeaning(schema: JSONSchemaProps = {}): unknown {
  const { properties = {}, required = [], ...rest } = schema;
  const { name } = properties['metadata']?.properties ?? {};
  const fields = Object.entries(properties).filter(([field]) => !META.includes(field));
  return {
    ...(schemaMeaning({
      ...rest,
      properties: Object.fromEntries(fields),
      required: required.filter((field) => !META.includes(field)),
    }) as Words),
    name: name && schemaMeaning(name),
  };
}

const MAPS = ['properties'];
const LISTS = ['allOf', 'anyOf', 'oneOf'];
const SCHEMAS = ['items', 'additionalProperties', 'not'];

function schemaMeaning(schema: JSONSchemaProps): unknown {
  const { exclusiveMinimum, exclusiveMaximum, ...rest } = stricter(schema);
  const whole = {
    ...rest,
    ...(schema.minimum !== undefined && { exclusiveMinimum }),
    ...(schema.maximum !== undefined && { exclusiveMaximum }),
  };
  const words = Object.entries(whole).map(([word, value]) => [word, wordMeaning(word, value)]);
  return said(Object.fromEntries(words) as Words);
}

function wordMeaning(word: string, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (MAPS.includes(word)) {
    const fields = Object.entries(value as Record<string, JSONSchemaProps>);
    if (fields.length === 0) return undefined;
    return Object.fromEntries(fields.map(([name, field]) => [name, schemaMeaning(field)]));
  }
  if (LISTS.includes(word)) return (value as JSONSchemaProps[]).map(schemaMeaning);
  if (SCHEMAS.includes(word) && typeof value === 'object') return schemaMeaning(value);
  // The order of these means nothing.
  if (word === 'required' || word === 'enum') return [...new Set(value as unknown[])].sort();
  return word === 'default' || word === 'example' ? JSON.stringify(value) : value;
}

const INT_OR_STRING = JSON.stringify([{ type: 'integer' }, { type: 'string' }]);
const QUANTITY =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';
const OWN_QUANTITY = '^[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$';

function stricter(schema: JSONSchemaProps): Words {
  const { minimum = -(2 ** 31), maximum = 2 ** 31 - 1 } = schema;
  if (schema['x-kubernetes-int-or-string'] === true) {
    const { anyOf, pattern, ...rest } = schema;
    return {
      ...rest,
      ...(JSON.stringify(anyOf) !== INT_OR_STRING && { anyOf }),
      pattern: pattern === QUANTITY ? OWN_QUANTITY : pattern,
    };
  }
  const isInt32 = schema.type === 'integer' && schema.format === 'int32' && schema.enum === undefined;
  return isInt32 ? { ...schema, minimum, maximum } : { ...schema };
}

/** Without what is nothing. */
function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  return typeof value === 'object' && value !== null ? filled(value) : value;
}

function filled(fields: object): Words {
  const entries = Object.entries(fields).map(([name, value]) => [name, said(value)] as const);
  return Object.fromEntries(entries.filter(([, value]) => !isNothing(value)));
}

function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}
