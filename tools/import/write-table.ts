import type { SchemaDefinition, SchemaField, SchemaKind, TypeCode } from '../../src/manifest/schema-table';
import { IGNORED, MAY_BE_EMPTY, NEEDED, NOT_ENFORCED } from './corrections';
import { jsonLines } from './json-lines';
import type { Definition, Field, Kind, Model, Type } from './model';

/** The table of `src/manifest/schema-table.ts` as JSON, one kind or definition a line. */
export function writeTable({ kubernetes, kinds, definitions }: Model): string {
  const byName = new Map(definitions.map((definition) => [definition.name, definition]));
  return [
    `{"kubernetes":${JSON.stringify(kubernetes)},"kinds":{`,
    jsonLines(Object.fromEntries(kinds.map((kind) => [`${kind.apiVersion}/${kind.kind}`, kindRow(kind)]))),
    `},"definitions":{`,
    jsonLines(
      Object.fromEntries(definitions.map((definition) => [definition.name, definitionRow(definition, byName)])),
    ),
    `}}`,
    ``,
  ].join('\n');
}

type ByName = ReadonlyMap<string, Definition>;

function kindRow({ definition, resource, namespaced, subresources }: Kind): SchemaKind {
  return { definition, resource, namespaced, ...(subresources.length > 0 && { subresources }) };
}

function definitionRow(definition: Definition, byName: ByName): SchemaDefinition {
  const { fields, atomic } = definition;
  const required = requiredOf(definition, byName);
  return {
    fields: Object.fromEntries(fields.map((field) => [field.name, fieldCell(field, definition)])),
    ...(required.length > 0 && { required }),
    ...(atomic && { atomic }),
  };
}

function requiredOf(definition: Definition, byName: ByName): readonly string[] {
  if (definition.statusOnly) return [];
  const fields = definition.fields.filter((field) => !isIgnored(field, definition));
  return fields.filter((field) => isRequired(field, definition, byName)).map(({ name }) => name);
}

/** A struct that is empty where a manifest leaves it out, and may not be, is as good as required. */
function isRequired({ name, type, required, always }: Field, owner: Definition, byName: ByName): boolean {
  const path = `${owner.name}.${name}`;
  if (NEEDED.has(path)) return true;
  if (required && !NOT_ENFORCED.has(path)) return true;
  const definition = type.is === 'definition' ? byName.get(type.name) : undefined;
  return always && definition !== undefined && requiredOf(definition, byName).length > 0;
}

function isIgnored({ name }: Field, { name: owner, root }: Definition): boolean {
  return IGNORED.has(`${owner}.${name}`) || (name === 'status' && root !== undefined);
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
    ...(isIgnored(field, definition) && { ignored: true }),
  };
  return Object.keys(cell).length > 1 ? cell : cell.type;
}

function enumOf({ name, type }: Field, { name: owner, statusOnly }: Definition): readonly string[] | undefined {
  const path = `${owner}.${name}`;
  const values = valuesOf(type);
  if (values === undefined || statusOnly) return undefined;
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
