import { type Fields, isFields, withoutFields } from '../values/fields';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { own } from './own';
import { onlySchema } from './only-schema';

/**
 * Takes out what the API server drops in silence: null for a field that is neither nullable nor has a default. With a default, null
 * stays for `applyDefaults`, which comes next and replaces it. Null in a list stays too, and is refused if the items are not nullable.
 *
 * @returns `value` itself when it has nothing to take out
 */
export function pruneNulls(schema: JSONSchemaProps, value: unknown): unknown {
  if (Array.isArray(value)) {
    const items = onlySchema(schema.items);
    return items === undefined ? value : mapItems(value, (item) => pruneNulls(items, item));
  }
  if (!isFields(value)) return value;
  const others = onlySchema(schema.additionalProperties);
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  return mapFields(value, (key, field) => {
    if (isEmbedded && key === 'metadata' && field === null) return undefined;
    const child = own(schema.properties, key) ?? others;
    if (child === undefined) return field;
    return field === null && child.nullable !== true && child.default == null ? undefined : pruneNulls(child, field);
  });
}

/**
 * Fills in the defaults of a schema as the API server does: for a field that is not there, and for null where null is not allowed; then
 * in what is there now, a default included. Those in allOf, anyOf, oneOf and not do not count, and neither does that of `schema` itself.
 *
 * @returns `value` itself when it has all of them. What is filled in belongs to the caller
 */
export function applyDefaults(schema: JSONSchemaProps, value: unknown): unknown {
  const defaults = defaultsIn(schema);
  return defaults === undefined ? value : fill(defaults, value);
}

/** Whether the API server drops the `status` of a new object, which is for its controller to write: it has the status subresource. */
export interface Creation {
  readonly dropsStatus?: boolean;
}

/**
 * An object, or another value, as the API server checks it: without the nulls that it drops, with defaults, and then without the status,
 * so that a default of the status is seen by those who read the object, and by no rule about a new one.
 */
export function asChecked(schema: JSONSchemaProps, value: unknown, { dropsStatus = false }: Creation = {}): unknown {
  const filled = applyDefaults(schema, pruneNulls(schema, value));
  return dropsStatus && isFields(filled) ? withoutFields(filled, 'status') : filled;
}

/** The defaults somewhere inside of a schema. */
interface Defaults {
  readonly fields: ReadonlyMap<string, FieldDefault>;
  /** Of the values of a map. */
  readonly others: FieldDefault | undefined;
  readonly items: FieldDefault | undefined;
}

interface FieldDefault {
  /** Undefined and null are none. */
  readonly value: unknown;
  readonly nullable: boolean;
  readonly inside: Defaults | undefined;
}

const KNOWN = new WeakMap<JSONSchemaProps, Defaults | 'none'>();

function defaultsIn(schema: JSONSchemaProps): Defaults | undefined {
  let defaults = KNOWN.get(schema);
  if (defaults === undefined) {
    defaults = findDefaults(schema) ?? 'none';
    KNOWN.set(schema, defaults);
  }
  return defaults === 'none' ? undefined : defaults;
}

function findDefaults(schema: JSONSchemaProps): Defaults | undefined {
  const fields = new Map<string, FieldDefault>();
  for (const [key, child] of Object.entries(schema.properties ?? {})) {
    const field = fieldDefault(child);
    if (field !== undefined) fields.set(key, field);
  }
  const others = fieldDefault(onlySchema(schema.additionalProperties));
  const items = fieldDefault(onlySchema(schema.items));
  return fields.size > 0 || others !== undefined || items !== undefined ? { fields, others, items } : undefined;
}

function fieldDefault(schema: JSONSchemaProps | null | undefined): FieldDefault | undefined {
  const inside = schema ? defaultsIn(schema) : undefined;
  if (schema?.default == null && inside === undefined) return undefined;
  return { value: schema?.default, nullable: schema?.nullable === true, inside };
}

function fill(defaults: Defaults, value: unknown): unknown {
  const { fields, others, items } = defaults;
  if (Array.isArray(value)) return items === undefined ? value : mapItems(value, (item) => fillField(items, item));
  if (!isFields(value)) return value;
  let filled: Record<string, unknown> | undefined;
  for (const [key, field] of fields) {
    const before = own(value, key);
    const after = fillField(field, before);
    if (after !== before) set((filled ??= shallowCopy(value)), key, after);
  }
  if (others === undefined) return filled ?? value;
  return mapFields(filled ?? value, (key, field) => (fields.has(key) ? field : fillField(others, field)));
}

function fillField(field: FieldDefault, given: unknown): unknown {
  const isOpen = given === undefined || (given === null && !field.nullable);
  const value = isOpen && field.value != null ? copy(field.value) : given;
  return field.inside === undefined ? value : fill(field.inside, value);
}

function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  return isFields(value) ? Object.fromEntries(Object.entries(value).map(([key, field]) => [key, copy(field)])) : value;
}

/** The same list when no item changes. */
function mapItems(list: readonly unknown[], change: (item: unknown) => unknown): readonly unknown[] {
  const items = list.map(change);
  return items.every((item, index) => item === list[index]) ? list : items;
}

/** The same object when no field changes; without those that become undefined. */
function mapFields(object: Fields, change: (key: string, field: unknown) => unknown): Fields {
  let changed: Record<string, unknown> | undefined;
  for (const key of Object.keys(object)) {
    const field = change(key, object[key]);
    if (field === object[key]) continue;
    changed ??= shallowCopy(object);
    if (field === undefined) Reflect.deleteProperty(changed, key);
    else set(changed, key, field);
  }
  return changed ?? object;
}

/** Field by field: for objects of this size, that is several times as fast as spreading one. */
function shallowCopy(object: Fields): Record<string, unknown> {
  const copied: Record<string, unknown> = {};
  for (const key of Object.keys(object)) set(copied, key, object[key]);
  return copied;
}

/** Assigning to `__proto__` would give the object another prototype. */
function set(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key !== '__proto__') object[key] = value;
  else Object.defineProperty(object, key, { value, configurable: true, enumerable: true, writable: true });
}
