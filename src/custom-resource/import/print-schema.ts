import { isDeepStrictEqual } from 'node:util';
import { applyDefaults } from '../../crd/defaults';
import { onlySchema } from '../../crd/only-schema';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { UNFOLLOWED } from '../convert/mark-problem';
import { call, type Expression, literal, method, object } from './expression';
import { printScalar, type Printed, withLengths } from './print-scalar';

/** How a schema below is printed: in place, or by the name of a constant. */
export type PrintBelow = (schema: JSONSchemaProps, name: string) => Expression;

/**
 * The zod schema, with the helpers of this package, that stands for a schema of a CRD; without its description, default and title, which
 * are {@link withWords}. What neither zod nor a helper has a word for, `matching()` says in the CRD's own words.
 *
 * @param name of what it describes, for the constants that parts of it become
 */
export function printSchema(schema: JSONSchemaProps, name: string, below: PrintBelow): Expression {
  const { 'x-kubernetes-validations': rules = [], ...rest } = withoutWords(schema);
  const { expression, rest: more } = printed(rest, name, below);
  const matched = isEmpty(more) ? expression : call('matching', expression, literal(more));
  return rules.length === 0 ? matched : call('serverRule', matched, ...rules.map(literal));
}

/** What is said of a field, not of its values: two fields that differ in no more share a schema. */
export function withoutWords(schema: JSONSchemaProps): JSONSchemaProps {
  const { default: _default, description: _description, title: _title, example: _example, ...rest } = schema;
  return rest;
}

function printed(schema: JSONSchemaProps, name: string, below: PrintBelow): Printed {
  if (isDeepStrictEqual(schema, ANYTHING)) return { expression: call('z.unknown'), rest: {} };
  const { nullable, ...other } = schema;
  const inner = printType(other, name, below);
  // Of z.unknown(), matching() makes exactly what it is told.
  if (!inner) return { expression: call('z.unknown'), rest: schema };
  if (nullable !== true) return inner;
  // An enum refuses null, nullable or not.
  if (schema.enum) return { ...inner, rest: { ...inner.rest, nullable } };
  return { ...inner, expression: method(inner.expression, 'nullable') };
}

const ANYTHING: JSONSchemaProps = { 'x-kubernetes-preserve-unknown-fields': true, nullable: true };

/** Undefined when only the whole schema, given to matching(), says it all. */
function printType(schema: JSONSchemaProps, name: string, below: PrintBelow): Printed | undefined {
  const inner = printAs(schema, name, below);
  return inner && Object.keys(inner.rest).some((word) => Object.hasOwn(UNFOLLOWED, word)) ? undefined : inner;
}

function printAs(schema: JSONSchemaProps, name: string, below: PrintBelow): Printed | undefined {
  const { type, ...rest } = schema;
  switch (type) {
    case 'object':
      return printObject(rest, name, below);
    case 'array':
      return printArray(rest, name, below);
    default:
      return printScalar(schema);
  }
}

function printObject(schema: JSONSchemaProps, name: string, below: PrintBelow): Printed | undefined {
  const {
    properties = {},
    required = [],
    additionalProperties,
    'x-kubernetes-preserve-unknown-fields': keeps,
    'x-kubernetes-embedded-resource': isEmbedded,
    'x-kubernetes-map-type': mapType,
    ...rest
  } = schema;
  if (isEmbedded === true) {
    const isPlain = keeps === true && isEmpty(properties) && required.length === 0 && mapType === undefined;
    return isPlain ? { expression: call('embedded'), rest } : undefined;
  }
  if (additionalProperties !== undefined) {
    const values = onlySchema(additionalProperties);
    if (!values || keeps === true || !isEmpty(properties)) return undefined;
    const record = call('z.record', call('z.string'), withWords(below(values, name), values));
    return withMapType(record, { ...rest, ...(required.length > 0 && { required }) }, mapType);
  }
  // Every object of JavaScript has these, so zod does without them.
  if (Object.keys(properties).some((field) => field in Object.prototype)) return undefined;
  const { fields, unsaid } = printFields(properties, required, below);
  const shape = call(keeps === true ? 'z.looseObject' : 'z.object', object(fields));
  return withMapType(shape, { ...rest, ...(unsaid.length > 0 && { required: unsaid }) }, mapType);
}

function withMapType(
  expression: Expression,
  rest: JSONSchemaProps,
  mapType: JSONSchemaProps['x-kubernetes-map-type'],
): Printed {
  if (mapType === 'atomic') return { expression: call('atomic', expression), rest };
  return { expression, rest: mapType === undefined ? rest : { ...rest, 'x-kubernetes-map-type': mapType } };
}

/** The fields, and which of them `required` names though zod cannot say so: those with a default, or of any value, or without a schema. */
export function printFields(
  properties: NonNullable<JSONSchemaProps['properties']>,
  required: readonly string[],
  below: PrintBelow,
): { readonly fields: readonly (readonly [string, Expression])[]; readonly unsaid: readonly string[] } {
  const unsaid = required.filter((name) => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return schema === undefined || hasDefault(schema) || isRaw(schema);
  });
  const fields = Object.entries(properties).map(([name, schema]) => {
    const isOptional = !required.includes(name) || unsaid.includes(name);
    return [name, withWords(below(schema, name), schema, isOptional)] as const;
  });
  return { fields, unsaid };
}

/** An expression with the default and the description that its schema has. */
export function withWords(expression: Expression, schema: JSONSchemaProps, isOptional = false): Expression {
  const { default: value, description, title, example } = schema;
  const hasOwn = hasDefault(schema);
  const filled = hasOwn ? method(expression, defaultMethod(schema), literal(value)) : expression;
  const open = isOptional && !hasOwn ? method(filled, 'optional') : filled;
  const meta = Object.entries({ description, title, example }).filter(([, word]) => word !== undefined && word !== '');
  if (meta.length === 0) return open;
  if (meta.length === 1 && meta[0]?.[0] === 'description') return method(open, 'describe', literal(description));
  return method(open, 'meta', literal(Object.fromEntries(meta)));
}

/** The API server takes a default of null for none. */
function hasDefault(schema: JSONSchemaProps): boolean {
  return schema.default !== undefined && schema.default !== null;
}

/** zod fills in what a default lacks only if it is a "prefault". */
function defaultMethod({ default: value, ...schema }: JSONSchemaProps): 'default' | 'prefault' {
  return isDeepStrictEqual(applyDefaults(schema, value), value) ? 'default' : 'prefault';
}

/** Whether it becomes a z.unknown(), which in some versions of zod need not be there. */
function isRaw(schema: JSONSchemaProps): boolean {
  return printType(withoutWords(schema), '', () => call('z.unknown')) === undefined;
}

function printArray(schema: JSONSchemaProps, name: string, below: PrintBelow): Printed | undefined {
  const {
    items: itemsOrList,
    minItems,
    maxItems,
    'x-kubernetes-list-type': listType,
    'x-kubernetes-list-map-keys': keys = [],
    ...rest
  } = schema;
  const items = onlySchema(itemsOrList);
  if (!items || schema['x-kubernetes-preserve-unknown-fields'] === true) return undefined;
  const item = withWords(below(items, `${name}Item`), items);
  const list = printList(item, items, listType, keys);
  const { expression, rest: lengths } = withLengths(list, { minItems, maxItems });
  return { expression: listType === 'atomic' ? call('atomic', expression) : expression, rest: { ...rest, ...lengths } };
}

function printList(
  item: Expression,
  items: JSONSchemaProps,
  listType: string | undefined,
  keys: readonly string[],
): Expression {
  if (listType === 'set') return call('listSet', item);
  if (listType !== 'map') return call('z.array', item);
  const isObject = items.type === 'object' && items.nullable !== true && !hasDefault(items) && !isRaw(items);
  const hasKeys = keys.length > 0 && keys.every((key) => Object.hasOwn(items.properties ?? {}, key));
  if (isObject && hasKeys) return call('listMap', item, literal(keys));
  return call(
    'matching',
    call('z.array', item),
    literal({ 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': keys }),
  );
}

export function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0;
}
