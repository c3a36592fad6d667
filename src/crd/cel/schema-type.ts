import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { onlySchema } from '../only-schema';
import { RESERVED } from '../../manifest/cel-words';
import { BOOL, BYTES, DOUBLE, DURATION, DYN, INT, listOf, mapOf, STRING, TIMESTAMP, type Type } from './type';
import { own } from '../own';

/**
 * The type of the values of a schema in CEL; undefined when rules cannot see them, because nothing says what they are.
 *
 * @param isResource whether it is a custom resource or one embedded in it, which has a name and a kind whatever its schema says
 */
export function celType(schema: JSONSchemaProps, isResource: boolean): Type | undefined {
  const types = isResource ? RESOURCE_TYPES : TYPES;
  if (!types.has(schema)) {
    // Nothing, until it is known: for a schema that is in itself, which only JavaScript can write.
    types.set(schema, undefined);
    types.set(schema, makeType(schema, isResource));
  }
  return types.get(schema);
}

// An object of a schema is one type, wherever it is asked for.
const TYPES = new WeakMap<JSONSchemaProps, Type | undefined>();
const RESOURCE_TYPES = new WeakMap<JSONSchemaProps, Type | undefined>();

function makeType(schema: JSONSchemaProps, isResource: boolean): Type | undefined {
  if (schema['x-kubernetes-int-or-string'] === true) return DYN;
  switch (schema.type) {
    case 'array': {
      const items = innerType(onlySchema(schema.items));
      return items && listOf(items);
    }
    case 'object': {
      const others = onlySchema(schema.additionalProperties);
      if (others === undefined || isResource) return { kind: 'object', fields: fieldTypes(schema, isResource) };
      const values = innerType(others);
      return values && mapOf(STRING, values);
    }
    case 'string':
      return own(STRINGS, schema.format ?? '') ?? STRING;
    default:
      return own(SCALARS, schema.type ?? '');
  }
}

function innerType(schema: JSONSchemaProps | undefined): Type | undefined {
  return schema && celType(schema, schema['x-kubernetes-embedded-resource'] === true);
}

function fieldTypes(schema: JSONSchemaProps, isResource: boolean): ReadonlyMap<string, Type> {
  const fields = new Map<string, Type>();
  for (const [name, field] of Object.entries(propertiesOf(schema, isResource))) {
    const type = innerType(field ?? {});
    const escaped = escapeName(name);
    if (type !== undefined && escaped !== undefined) fields.set(escaped, type);
  }
  return fields;
}

/** The properties of a schema; of a resource, with what every resource has. */
export function propertiesOf(
  { properties }: JSONSchemaProps,
  isResource: boolean,
): Readonly<Record<string, JSONSchemaProps | null>> {
  return isResource ? { ...properties, ...RESOURCE } : (properties ?? {});
}

const text: JSONSchemaProps = { type: 'string' };

const RESOURCE: Readonly<Record<string, JSONSchemaProps>> = {
  apiVersion: text,
  kind: text,
  metadata: { type: 'object', properties: { name: text, generateName: text } },
};

/** The same format may be spelled in one way only, other than for `checkValue`. */
const STRINGS: Readonly<Record<string, Type>> = {
  byte: BYTES,
  date: TIMESTAMP,
  'date-time': TIMESTAMP,
  duration: DURATION,
};

const SCALARS: Readonly<Record<string, Type>> = { boolean: BOOL, integer: INT, number: DOUBLE };

/** How CEL names a field: `a-b` is `a__dash__b`. Undefined for one that it cannot name. */
export function escapeName(name: string): string | undefined {
  if (RESERVED.has(name)) return `__${name}__`;
  if (!/^[A-Za-z_./-][\w./-]*$/.test(name)) return undefined;
  return name.replace(/__|[./-]/g, (part) => ESCAPES[part] ?? part);
}

/** What there is under the name of a field. A reserved word may be written as it is: `self.namespace` is `self.__namespace__`. */
export function fieldNamed<T>(name: string, get: (escaped: string) => T | undefined): T | undefined {
  return get(name) ?? (RESERVED.has(name) ? get(`__${name}__`) : undefined);
}

const ESCAPES: Readonly<Record<string, string>> = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};
