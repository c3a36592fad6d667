import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { onlySchema } from '../only-schema';
import { escapeName, propertiesOf } from './schema-type';
import { own } from '../own';

/**
 * How large the values of a schema can be, as the API server reckons before it knows any: nothing is larger than a request.
 *
 * It mirrors `SchemaDeclType` in k8s.io/apiserver/pkg/cel/common/schemas.go.
 */
export interface ValueSize {
  /** How many characters, items or entries; 0 for numbers, booleans and objects. */
  readonly most: number;
  /** How many bytes the smallest one has in JSON. */
  readonly leastBytes: number;
  /** Of the items of a list, or the values of a map. */
  readonly item?: ValueSize;
  /** Of the keys of a map. */
  readonly key?: ValueSize;
  /** By the names that CEL has for the fields. */
  readonly fields?: ReadonlyMap<string, ValueSize>;
}

export const MOST_BYTES = 3 * 1024 * 1024;
/** Without its quotes or brackets. */
const MOST_IN_BRACKETS = MOST_BYTES - 2;
const BYTES_OF_CHARACTER = 4;

/** Undefined where `celType` is. */
export function sizeOf(schema: JSONSchemaProps, isResource: boolean): ValueSize | undefined {
  const sizes = isResource ? RESOURCE_SIZES : SIZES;
  let size = sizes.get(schema);
  if (size === undefined) sizes.set(schema, (size = makeSize(schema, isResource) ?? 'none'));
  return size === 'none' ? undefined : size;
}

const SIZES = new WeakMap<JSONSchemaProps, ValueSize | 'none'>();
const RESOURCE_SIZES = new WeakMap<JSONSchemaProps, ValueSize | 'none'>();

function makeSize(schema: JSONSchemaProps, isResource: boolean): ValueSize | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) {
    return { most: mostCharacters(schema, MOST_IN_BRACKETS), leastBytes: 1 };
  }
  switch (schema.type) {
    case 'array': {
      const item = innerSize(onlySchema(schema.items));
      const most = item && (schema.maxItems ?? Math.floor(MOST_IN_BRACKETS / (item.leastBytes + 1)));
      return most === undefined ? undefined : { most: Math.max(most, 0), leastBytes: 2, item };
    }
    case 'object': {
      const others = onlySchema(schema.additionalProperties);
      if (others === undefined || isResource) return objectSize(schema, isResource);
      const item = innerSize(others);
      const most = item && (schema.maxProperties ?? Math.floor(MOST_IN_BRACKETS / (item.leastBytes + 6)));
      return most === undefined ? undefined : { most: Math.max(most, 0), leastBytes: 2, item, key: NUMBER };
    }
    case 'string':
      return stringSize(schema);
    case 'boolean':
      return { most: 0, leastBytes: 4 };
    default:
      return schema.type === 'integer' || schema.type === 'number' ? NUMBER : undefined;
  }
}

const NUMBER: ValueSize = { most: 0, leastBytes: 1 };

function innerSize(schema: JSONSchemaProps | null | undefined): ValueSize | undefined {
  return schema ? sizeOf(schema, schema['x-kubernetes-embedded-resource'] === true) : undefined;
}

function objectSize(schema: JSONSchemaProps, isResource: boolean): ValueSize {
  const fields = new Map<string, ValueSize>();
  let leastBytes = 2;
  for (const [name, field] of Object.entries(propertiesOf(schema, isResource))) {
    const size = innerSize(field);
    if (size === undefined) continue;
    const escaped = escapeName(name);
    if (escaped !== undefined) fields.set(escaped, size);
    const isThere = schema.required?.includes(name) === true && (field?.default ?? undefined) === undefined;
    if (isThere) leastBytes += Buffer.byteLength(name) + size.leastBytes + 4;
  }
  return { most: 0, leastBytes, fields };
}

/** With the quotes. */
const FORMATS: Readonly<Record<string, ValueSize>> = {
  duration: { most: 32, leastBytes: 3 },
  date: { most: 12, leastBytes: 12 },
  'date-time': { most: 32, leastBytes: 21 },
};

function stringSize(schema: JSONSchemaProps): ValueSize {
  const { format, maxLength } = schema;
  const values = schema.enum ?? [];
  const known = own(FORMATS, format ?? '');
  if (known) return known;
  if (format === 'byte') return { most: Math.max(maxLength ?? MOST_IN_BRACKETS, 0), leastBytes: 2 };
  const texts = values.flatMap((value) => (typeof value === 'string' ? [Buffer.byteLength(value)] : []));
  return { most: mostCharacters(schema, values.length > 0 ? Math.max(0, ...texts) : MOST_IN_BRACKETS), leastBytes: 2 };
}

function mostCharacters({ maxLength }: JSONSchemaProps, otherwise: number): number {
  return typeof maxLength === 'number' ? Math.max(maxLength, 0) * BYTES_OF_CHARACTER : otherwise;
}
