import type { SchemaDefinition, SchemaField, SchemaKind, TypeCode } from '../../src/manifest/schema-table';
import { MAY_BE_EMPTY, NOT_ENFORCED, NOT_LOOKED_AT } from './corrections';
import { jsonLines } from './json-lines';
import type { Definition, Field, Kind, Model, Type } from './model';

/** The table of `src/manifest/schema-table.ts` as JSON, one kind or definition a line. */
export function writeTable({ kubernetes, kinds, definitions }: Model): string {
  return [
    `{"kubernetes":${JSON.stringify(kubernetes)},"kinds":{`,
    jsonLines(Object.fromEntries(kinds.map((kind) => [`${kind.apiVersion}/${kind.kind}`, kindRow(kind)]))),
    `},"definitions":{`,
    jsonLines(Object.fromEntries(definitions.map((definition) => [definition.name, definitionRow(definition)]))),
    `}}`,
    ``,
  ].join('\n');
}

function kindRow({ definition, resource, namespaced, subresources }: Kind): SchemaKind {
  return { definition, resource, namespaced, ...(subresources.length > 0 && { subresources }) };
}

function definitionRow(definition: Definition): SchemaDefinition {
  const { fields, atomic } = definition;
  const required = fields.filter((field) => isEnforced(field, definition)).map(({ name }) => name);
  return {
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldCell(field, definition)])),
    ...(required.length > 0 && { required }),
    ...(atomic && { atomic }),
  };
}

function isEnforced({ name, required }: Field, { name: owner, statusOnly }: Definition): boolean {
  return required && !statusOnly && !NOT_ENFORCED.has(`${owner}.${name}`);
}

function fieldCell(field: Field, definition: Definition): TypeCode | SchemaField {
  const { type, atomic } = field;
  const values = enumOf(field, definition);
  const cell: SchemaField = {
    type: typeCode(type),
    ...(values && { enum: values }),
    ...(type.is === 'array' && type.keys && { keys: type.keys }),
    ...(type.is === 'array' && type.set && { set: type.set }),
    ...('default' in field && { default: field.default }),
    ...(atomic && { atomic }),
  };
  return Object.keys(cell).length > 1 ? cell : cell.type;
}

function enumOf({ name, type }: Field, { name: owner, statusOnly }: Definition): readonly string[] | undefined {
  const path = `${owner}.${name}`;
  const values = valuesOf(type);
  if (values === undefined || statusOnly || NOT_LOOKED_AT.has(path)) return undefined;
  return MAY_BE_EMPTY.has(path) ? ['', ...values] : values;
}

function valuesOf(type: Type): readonly string[] | undefined {
  if (type.is === 'enum') return type.values;
  return type.is === 'array' || type.is === 'map' ? valuesOf(type.of) : undefined;
}

function typeCode(type: Type): TypeCode {
  if (type.is === 'scalar') return type.scalar;
  if (type.is === 'enum') return 'string';
  if (type.is === 'definition') return type.name;
  if (type.is === 'either') return type.of.map(typeCode).join('|');
  const item = type.of.is === 'either' ? `(${typeCode(type.of)})` : typeCode(type.of);
  return `${item}${type.is === 'array' ? '[]' : '{}'}`;
}
