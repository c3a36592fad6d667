import type { Fields } from '../../values/fields';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { onlySchema } from '../only-schema';
import { own } from '../own';
import { escapeName, propertiesOf } from './schema-type';
import { parseSchemaDuration, parseSchemaTime } from './time-value';
import { keyOf, type List, map, type Value } from './value';

/**
 * A value of a schema as CEL has it. It has all of its defaults, and fits the schema.
 *
 * @param isResource as for `celType`
 */
export function celValue(schema: JSONSchemaProps, value: unknown, isResource: boolean): Value {
  if (value === null || value === undefined) return null;
  if (schema['x-kubernetes-int-or-string'] === true)
    return typeof value === 'number' ? BigInt(value) : (value as string);
  switch (schema.type) {
    case 'object':
      return objectValue(schema, value as Fields, isResource);
    case 'array':
      return listValue(schema, value as readonly unknown[]);
    case 'string':
      return stringValue(schema, value as string);
    case 'integer':
      return BigInt(Math.trunc(Number(value)));
    case 'number':
      return Number(value);
    case 'boolean':
      return value === true;
    default:
      return { kind: 'hidden', json: value };
  }
}

function objectValue(schema: JSONSchemaProps, value: Fields, isResource: boolean): Value {
  const others = onlySchema(schema.additionalProperties);
  const properties = propertiesOf(schema, isResource);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  if (others !== undefined && Object.keys(properties).length === 0) {
    return map(fields.map(([key, field]) => [key, inner(others, field)]));
  }
  const entries: (readonly [Value, Value])[] = [];
  const unseen = new Map<string, unknown>();
  for (const [key, field] of fields) {
    const property = own(properties, key);
    // A name that CEL does not know counts only when objects are compared.
    const name = escapeName(key) ?? ` ${key}`;
    if (property && field !== null) entries.push([name, inner(property, field)]);
    // Null is as good as nothing to a rule.
    else unseen.set(property ? keyOf(name) : ` ${key}`, field);
  }
  return { ...map(entries), unseen };
}

function inner(schema: JSONSchemaProps, value: unknown): Value {
  return celValue(schema, value, schema['x-kubernetes-embedded-resource'] === true);
}

function listValue(schema: JSONSchemaProps, value: readonly unknown[]): List {
  const items = onlySchema(schema.items);
  const listType = schema['x-kubernetes-list-type'];
  const keys = (schema['x-kubernetes-list-map-keys'] ?? []).map((key) => escapeName(key) ?? ` ${key}`);
  const unique = listType === 'set' ? 'set' : listType === 'map' ? keys : undefined;
  return { kind: 'list', items: value.map((item) => (items ? inner(items, item) : null)), unique };
}

function stringValue({ format }: JSONSchemaProps, text: string): Value {
  if (format === 'byte') {
    // The schema takes base64 with "+" and "/", and CEL then cannot read it.
    return /[+/]/.test(text) ? broken('base64', text) : Buffer.from(text, 'base64url');
  }
  if (format === 'duration') {
    const nanos = parseSchemaDuration(text);
    return nanos === undefined ? broken('a duration', text) : { kind: 'duration', nanos };
  }
  if (format !== 'date' && format !== 'date-time') return text;
  const nanos = parseSchemaTime(text, format);
  return nanos === undefined ? broken('a time', text) : { kind: 'timestamp', nanos };
}

function broken(what: string, text: string): Value {
  return { kind: 'broken', message: `${JSON.stringify(text)} cannot be read as ${what}` };
}
