import type { JSONSchemaProps } from '../manifest/kubernetes';
import { keyed } from '../props/problem';
import { type DefinitionProblem, error } from './definition-problem';
import { own } from './own';
import { notKnown, suggest } from './suggest';
import { onlySchema } from './only-schema';
import { type SchemaNode } from './schema-walk';

/** The words that {@link listAndMapTypeProblems} is about. */
export const LIST_AND_MAP_WORDS: readonly (keyof JSONSchemaProps)[] = [
  'x-kubernetes-list-type',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-map-type',
];

/** How server-side apply merges lists and maps: `x-kubernetes-list-type`, `x-kubernetes-list-map-keys` and `x-kubernetes-map-type`. */
export function* listAndMapTypeProblems({ schema, path }: SchemaNode): Generator<DefinitionProblem> {
  const mapType: string | undefined = schema['x-kubernetes-map-type'] ?? undefined;
  if (mapType !== undefined) {
    if (!MAP_TYPES.includes(mapType)) yield error(`${path}.x-kubernetes-map-type`, notKnown(mapType, MAP_TYPES));
    if (schema.type !== 'object') {
      yield error(`${path}.x-kubernetes-map-type`, `is not on an object: write type: object, or leave it out`);
    }
  }

  const listType: string | undefined = schema['x-kubernetes-list-type'] ?? undefined;
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  if (listType !== undefined) {
    if (!LIST_TYPES.includes(listType)) yield error(`${path}.x-kubernetes-list-type`, notKnown(listType, LIST_TYPES));
    if (schema.type !== 'array') {
      yield error(`${path}.x-kubernetes-list-type`, 'is not on an array: write type: array, or leave it out');
    }
  }
  if (keys.length > 0 && listType !== 'map') {
    yield error(
      `${path}.x-kubernetes-list-map-keys`,
      'is for lists that are a map: write x-kubernetes-list-type: map too',
    );
  }
  if (listType === 'set') yield* setProblems(schema, path);
  if (listType === 'map') yield* mapProblems(schema, path, keys);
  if ((listType === 'set' || listType === 'map') && onlySchema(schema.items)?.nullable === true) {
    yield error(
      `${path}.items.nullable`,
      `is in a list that is a ${listType}, whose items are told apart: leave it out`,
    );
  }
}

const MAP_TYPES: readonly string[] = ['granular', 'atomic'];
const LIST_TYPES: readonly string[] = ['atomic', 'set', 'map'];

function* setProblems(schema: JSONSchemaProps, path: string): Generator<DefinitionProblem> {
  const items = onlySchema(schema.items);
  if (schema.type !== 'array' || !items) return;
  const itemListType = items['x-kubernetes-list-type'] ?? 'atomic';
  if (items.type === 'array' && itemListType !== 'atomic') {
    yield error(`${path}.items.x-kubernetes-list-type`, 'is in a set, whose items change as a whole: write atomic');
  }
  if (items.type === 'object' && items['x-kubernetes-map-type'] !== 'atomic') {
    yield error(`${path}.items`, 'is in a set, whose items change as a whole: write x-kubernetes-map-type: atomic');
  }
}

function* mapProblems(schema: JSONSchemaProps, path: string, keys: readonly string[]): Generator<DefinitionProblem> {
  const keysPath = `${path}.x-kubernetes-list-map-keys`;
  if (keys.length === 0) yield error(keysPath, 'is missing: name the properties by which its items are told apart');
  const items = onlySchema(schema.items);
  if (items?.type !== 'object') {
    yield error(`${path}.items`, 'is in a list that is a map, whose items are objects: write type: object');
  }
  if (!items) return;
  for (const [index, key] of keys.entries()) {
    if (keys.indexOf(key) !== index) yield error(`${keysPath}[${index}]`, `"${key}" is there twice: leave it out`);
    else yield* keyProblems(items, key, { path, keyPath: `${keysPath}[${index}]` });
  }
}

interface Paths {
  readonly path: string;
  readonly keyPath: string;
}

function* keyProblems(items: JSONSchemaProps, key: string, { path, keyPath }: Paths): Generator<DefinitionProblem> {
  const property = own(items.properties, key);
  if (property === undefined) {
    if (items.type !== 'object') return;
    const names = Object.keys(items.properties ?? {});
    yield error(keyPath, `"${key}" is no property of the items: ${suggest(key, names, 'declare it')}`);
    return;
  }
  const propertyPath = keyed(`${path}.items.properties`, key);
  if (items.type === 'object' && (property?.type === 'array' || property?.type === 'object')) {
    yield error(
      `${propertyPath}.type`,
      `is "${property.type}", but it is a key of the list: use a scalar, or another key`,
    );
  }
  const isRequired = items.required?.includes(key) === true;
  if (!isRequired && (property?.default === undefined || property.default === null)) {
    yield error(propertyPath, 'is a key of the list, which each item needs: name it in required, or give it a default');
  }
  if (property?.nullable === true) {
    yield error(
      `${propertyPath}.nullable`,
      'is true, but it is a key of the list, which each item needs: leave it out',
    );
  }
}
