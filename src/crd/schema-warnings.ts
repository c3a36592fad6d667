import type { JSONSchemaProps } from '../manifest/kubernetes';
import { type DefinitionProblem, warning } from './definition-problem';
import { isStringFormat, STRING_FORMATS } from './formats';
import { own } from './own';
import { sameJson } from '../values/same-json';
import { META_FIELDS, type SchemaNode } from './schema-walk';
import { junctorAbove } from './structural';
import { suggest } from './suggest';

/** What the API server takes in silence, though no value fits it, or it is never looked at. */
export function* schemaWarnings(node: SchemaNode): Generator<DefinitionProblem> {
  const { schema, path, place } = node;
  yield* rangeWarnings(schema, path);
  if (schema.enum) yield* enumWarnings(schema, path);
  if (schema.required) yield* requiredWarnings(node);
  yield* typeWarnings(node);
  if (schema.format) yield* formatWarnings(schema, path);
  if (place === 'clause' && isUndeclared(node)) {
    yield warning(
      node.path,
      `is declared only inside of ${junctorAbove(node)}, so the API server drops it: declare it outside too`,
    );
  }
}

const RANGES = [
  ['minimum', 'maximum'],
  ['minLength', 'maxLength'],
  ['minItems', 'maxItems'],
  ['minProperties', 'maxProperties'],
] as const;

function* rangeWarnings(schema: JSONSchemaProps, path: string): Generator<DefinitionProblem> {
  for (const [least, most] of RANGES) {
    const [min, max] = [schema[least] ?? undefined, schema[most] ?? undefined];
    const isExclusive = least === 'minimum' && (schema.exclusiveMinimum === true || schema.exclusiveMaximum === true);
    if (min !== undefined && max !== undefined && (min > max || (isExclusive && min === max))) {
      yield warning(
        `${path}.${least}`,
        `is ${min} and ${most} is ${max}, between which there is nothing: ${min > max ? 'swap' : 'widen'} them`,
      );
    }
    if (max !== undefined && max < 0 && most !== 'maximum')
      yield warning(`${path}.${most}`, `is ${max}, and nothing is so small: write 0 or more`);
  }
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    const hasBound = schema[bound] !== undefined && schema[bound] !== null;
    if (schema[exclusive] === true && !hasBound)
      yield warning(`${path}.${exclusive}`, `does nothing without ${bound}: write that too`);
  }
  const factor = schema.multipleOf ?? undefined;
  if (factor !== undefined && factor <= 0)
    yield warning(`${path}.multipleOf`, `is ${factor}, of which nothing is a multiple: write more than 0`);
}

function* enumWarnings(schema: JSONSchemaProps, path: string): Generator<DefinitionProblem> {
  const values = schema.enum ?? [];
  if (values.length === 0) return;
  for (const [index, value] of values.entries()) {
    const first = values.findIndex((other) => sameJson(other, value));
    if (first < index) yield warning(`${path}.enum[${index}]`, `${JSON.stringify(value)} is there twice: leave it out`);
    else if (value === null) yield warning(`${path}.enum[${index}]`, `is null, which no enum takes: ${NULL_OR_ENUM}`);
    else if (!hasType(value, schema)) {
      yield warning(
        `${path}.enum[${index}]`,
        `${JSON.stringify(value)} is no ${schema.type ?? ''}, so it is never taken: ${otherType(value, schema.type)}`,
      );
    }
  }
  if (schema.nullable === true)
    yield warning(`${path}.nullable`, `is true beside enum, which takes no null: ${NULL_OR_ENUM}`);
}

const NULL_OR_ENUM = 'put enum into anyOf, as anyOf: [{ enum: [...] }] beside nullable: true';

function hasType(value: unknown, { type, ...schema }: JSONSchemaProps): boolean {
  if (schema['x-kubernetes-int-or-string'] === true || !type) return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && !Array.isArray(value);
  return !['string', 'number', 'boolean'].includes(type) || typeof value === type;
}

function otherType(value: unknown, type: string | undefined): string {
  if (type === 'string') return `write ${JSON.stringify(String(value))} in quotes`;
  return typeof value === 'string' ? 'write it without quotes' : 'write another, or another type';
}

function* requiredWarnings(node: SchemaNode): Generator<DefinitionProblem> {
  const { schema, path, structure, meta } = node;
  if (!structure || meta !== undefined) return;
  for (const [index, field] of (schema.required ?? []).entries()) {
    if (mayHave(node, structure, field)) continue;
    const wayOut = suggest(field, Object.keys(structure.properties ?? {}), 'declare it');
    yield warning(
      `${path}.required[${index}]`,
      `${JSON.stringify(field)} is not in properties, so it is dropped and then missed: ${wayOut}`,
    );
  }
}

function mayHave({ keepsUnknown }: SchemaNode, structure: JSONSchemaProps, field: string): boolean {
  if (keepsUnknown || structure.additionalProperties || own(structure.properties, field) !== undefined) return true;
  return META_FIELDS.includes(field) && structure['x-kubernetes-embedded-resource'] === true;
}

const BY_TYPE: Readonly<Record<string, readonly (keyof JSONSchemaProps)[]>> = {
  string: ['minLength', 'maxLength', 'pattern'],
  number: ['minimum', 'maximum', 'multipleOf'],
  array: ['items', 'minItems', 'maxItems'],
  object: ['properties', 'additionalProperties', 'required', 'minProperties', 'maxProperties'],
};

function* typeWarnings({ schema, path, structure }: SchemaNode): Generator<DefinitionProblem> {
  const isIntOrString = structure?.['x-kubernetes-int-or-string'] === true;
  const type = structure?.type === 'integer' ? 'number' : structure?.type;
  if (!isIntOrString && !Object.hasOwn(BY_TYPE, type ?? '') && type !== 'boolean') return;
  for (const [owner, fields] of Object.entries(BY_TYPE)) {
    const isLookedAt = isIntOrString ? owner === 'string' || owner === 'number' : owner === type;
    if (isLookedAt) continue;
    for (const field of fields) {
      if (schema[field] === undefined || schema[field] === null || schema[field] === '') continue;
      const value = isIntOrString ? 'integers and strings' : `values of type ${structure?.type ?? ''}`;
      yield warning(`${path}.${field}`, `is not looked at for ${value}: leave it out, or write another type`);
    }
  }
}

function* formatWarnings({ format, type }: JSONSchemaProps, path: string): Generator<DefinitionProblem> {
  if (!format || !type) return;
  const isOfStrings = isStringFormat(format);
  if (type === 'string' && !isOfStrings) {
    const wayOut = suggest(format, STRING_FORMATS, 'write a pattern');
    yield warning(`${path}.format`, `${JSON.stringify(format)} is not known, so it is not checked: ${wayOut}`);
  } else if (type !== 'string' && isOfStrings) {
    yield warning(
      `${path}.format`,
      `${JSON.stringify(format)} is for strings, so it is not checked: leave it out, or write type: string`,
    );
  }
}

/** Whether a clause is about something that no structure has. Of the root, the API server says so itself. */
function isUndeclared({ structure, parent, property, ofRoot }: SchemaNode): boolean {
  if (structure !== undefined || parent?.structure === undefined || ofRoot === true) return false;
  return property === undefined || !mayHave(parent, parent.structure, property);
}
