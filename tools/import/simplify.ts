import type { Scalar } from '../../src/manifest/schema-table';
import { FILLED_IN, IS_COUNT_OR_PERCENT, VALUES, WELL_KNOWN } from './corrections';
import { kindsOf } from './kinds';
import type { Definition, Field, Model, Type } from './model';
import { shortNames } from './names';
import type { OpenApi, Schema } from './openapi';
import { referenceOf, referencesIn } from './openapi';

/**
 * Reads the facts of a saved copy.
 *
 * @throws Error when a schema has a shape that no built-in kind had until now, with the path to it
 */
export function simplify(document: OpenApi): Model {
  const { schemas } = document.components;
  const names = shortNames(Object.keys(schemas).filter((name) => WELL_KNOWN[name] === undefined));
  const kinds = kindsOf(document, names);
  const embedded = new Set(Object.values(schemas).flatMap(referencesIn));
  const outsideStatus = reachableOutsideStatus(document);
  const definitions = [...names].map(([fullName, name]): Definition => {
    const schema = schemas[fullName] ?? {};
    const root = kinds.find(({ definition }) => definition === name);
    return {
      name,
      fields: fieldsOf(schema, name, names),
      ...(root && { root }),
      embedded: root !== undefined && embedded.has(fullName),
      statusOnly: !outsideStatus.has(fullName),
      atomic: schema['x-kubernetes-map-type'] === 'atomic',
    };
  });
  return {
    kubernetes: document.info.version.replace(/^v/, ''),
    kinds,
    definitions: definitions.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

type Names = ReadonlyMap<string, string>;

function fieldsOf(schema: Schema, definition: string, names: Names): readonly Field[] {
  return Object.entries(schema.properties ?? {}).map(([name, property]): Field => {
    const path = `${definition}.${name}`;
    return {
      name,
      type: typeOf(property, { names, field: name, path }),
      required: (schema.required ?? []).includes(name) && !FILLED_IN.has(path),
      // Only a struct that Go does not point to has this default.
      always: JSON.stringify(property.default) === '{}',
      ...(isTelling(property.default) && { default: property.default }),
      atomic: property['x-kubernetes-map-type'] === 'atomic',
    };
  });
}

// Most defaults of the document are the zero values of Go's types, and are there because of how the document is made.
function isTelling(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== 0 && value !== false && JSON.stringify(value) !== '{}';
}

interface Place {
  readonly names: Names;
  readonly field: string;
  readonly path: string;
}

function typeOf(schema: Schema, place: Place): Type {
  const reference = referenceOf(schema);
  if (reference !== undefined) return referredType(reference, place);
  const { type, format, items, additionalProperties } = schema;
  if (type === 'array' && items) return arrayOf(schema, typeOf(items, place));
  if (type === 'object' && additionalProperties) return { is: 'map', of: typeOf(additionalProperties, place) };
  const values = VALUES[place.path] ?? schema.enum;
  if (values) return { is: 'enum', values };
  const scalar = SCALARS[`${type ?? ''} ${format ?? ''}`];
  if (scalar !== undefined) return { is: 'scalar', scalar };
  throw new Error(`${place.path} has a shape that tools/import does not know: ${JSON.stringify(schema)}`);
}

const SCALARS: Readonly<Record<string, Scalar>> = {
  'boolean ': 'boolean',
  'integer int32': 'int32',
  'integer int64': 'int64',
  'number double': 'number',
  'string ': 'string',
  'string byte': 'bytes',
};

function referredType(definition: string, { names, field, path }: Place): Type {
  const known = WELL_KNOWN[definition];
  if (known?.is === 'scalar' && known.scalar === 'int-or-string' && IS_COUNT_OR_PERCENT.test(field)) {
    return { is: 'scalar', scalar: 'int-or-percent' };
  }
  if (known !== undefined) return known;
  const name = names.get(definition);
  if (name === undefined) throw new Error(`${path} refers to "${definition}", which is not in the document`);
  return { is: 'definition', name };
}

function arrayOf(schema: Schema, of: Type): Type {
  const keys = schema['x-kubernetes-list-map-keys'];
  if (keys !== undefined) return { is: 'array', of, keys };
  return schema['x-kubernetes-list-type'] === 'set' ? { is: 'array', of, set: true } : { is: 'array', of };
}

/** The definitions below the kinds, if one does not go through a kind's `status`. */
function reachableOutsideStatus({ components: { schemas } }: OpenApi): ReadonlySet<string> {
  const isRoot = (schema: Schema) => schema['x-kubernetes-group-version-kind'] !== undefined;
  const found = new Set(Object.keys(schemas).filter((name) => isRoot(schemas[name] ?? {})));
  for (const name of found) {
    const schema = schemas[name] ?? {};
    const fields = Object.entries(schema.properties ?? {}).filter(([field]) => field !== 'status' || !isRoot(schema));
    // A Set hands out what is added to it meanwhile.
    for (const reference of fields.flatMap(([, property]) => referencesIn(property))) found.add(reference);
  }
  return found;
}
