import type { JSONSchemaProps } from '../manifest/kubernetes';
import { keyed } from '../props/problem';
import { celScope, type CelScope } from './cel-type';
import { isLeftOut } from './left-out';
import { onlySchema } from './only-schema';
import { own } from './own';
import { isSchemaWord } from './schema-words';

/** A schema inside of the schema of a version, and what is above it that decides what may be in it. */
export interface SchemaNode {
  readonly schema: JSONSchemaProps;
  /** From the top of the definition. */
  readonly path: string;
  readonly parent: SchemaNode | undefined;
  /**
   * A `clause` is below allOf, anyOf, oneOf or not: it restricts values that a schema outside of them describes. All others make up
   * the structure: the `root`, the `item` of an array, and the `field` of an object.
   */
  readonly place: 'root' | 'item' | 'field' | 'clause';
  /** The property that it is, if it is one. */
  readonly property: string | undefined;
  /** How many brackets are open inside of it, in JSON. */
  readonly depth: number;
  /** What describes the values: the schema itself, for a clause the one that it restricts, or undefined when nothing does. */
  readonly structure: JSONSchemaProps | undefined;
  /** It is, or is below, a clause of the root. */
  readonly ofRoot: boolean | undefined;
  /** It is one of the two clauses that say "integer or string" in the form that the API server knows, and has a type. */
  readonly mayHaveType: boolean | undefined;
  /** It is, or is below, `apiVersion`, `kind` or `metadata` of the custom resource, or of an object embedded in it. */
  readonly meta: 'own' | 'embedded' | undefined;
  /** Why it can have no default. */
  readonly noDefault: string | undefined;
  /** Fields that no schema describes are kept, not pruned. */
  readonly keepsUnknown: boolean;
  /** The path of a list above it whose items cannot be found again in the previous object. */
  readonly uncorrelated: string | undefined;
  readonly celScope: CelScope;
  /** It is one of the schemas that are above it, which only JavaScript can write. */
  readonly isInItself: boolean | undefined;
}

export const META_FIELDS: readonly string[] = ['apiVersion', 'kind', 'metadata'];

/** The API server reads no JSON that is nested deeper. */
export const MAX_DEPTH = 10_000;

/** Of `{ spec: { versions: [ { schema: { openAPIV3Schema: {`. */
const ROOT_DEPTH = 6;

/**
 * All schemas in `root`, each before those that are in it. Without recursion: schemas may be deeper than the stack of JavaScript. It
 * goes no deeper than the API server, nor into a schema that is in itself.
 */
export function* schemaNodes(root: JSONSchemaProps, path: string): Generator<SchemaNode> {
  const onTheWay = new Set<JSONSchemaProps>();
  const open: (SchemaNode | { readonly leave: JSONSchemaProps })[] = [rootOf(root, path)];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if ('leave' in next) {
      onTheWay.delete(next.leave);
      continue;
    }
    const isInItself = onTheWay.has(next.schema);
    yield isInItself ? { ...next, isInItself } : next;
    if (isInItself || next.depth > MAX_DEPTH) continue;
    onTheWay.add(next.schema);
    open.push({ leave: next.schema }, ...[...childrenOf(next)].reverse());
  }
}

// Each node is one literal with all its fields, in one order: with spreads, a large schema takes several times as long.

function rootOf(schema: JSONSchemaProps, path: string): SchemaNode {
  return {
    schema,
    path,
    parent: undefined,
    place: 'root',
    property: undefined,
    depth: ROOT_DEPTH,
    structure: schema,
    ofRoot: undefined,
    mayHaveType: undefined,
    meta: undefined,
    noDefault: undefined,
    keepsUnknown: keepsUnknown(schema),
    uncorrelated: undefined,
    celScope: celScope(schema, undefined, true),
    isInItself: undefined,
  };
}

function* childrenOf(node: SchemaNode): Generator<SchemaNode> {
  const { schema, path } = node;
  for (const [property, child] of Object.entries(schema.properties ?? {})) yield propertyOf(node, property, child);
  const values = onlySchema(schema.additionalProperties);
  if (values) yield valuesOf(node, values);
  const items = onlySchema(schema.items);
  if (items) yield itemsOf(node, items);
  for (const junctor of ['allOf', 'anyOf', 'oneOf'] as const) {
    const mayHaveType = junctor === 'anyOf' && mayBeIntOrString(node) && saysIntOrString(schema.anyOf);
    for (const [index, clause] of (schema[junctor] ?? []).entries()) {
      yield clauseOf(node, { schema: clause ?? {}, path: `${path}.${junctor}[${index}]`, steps: 2, mayHaveType });
    }
  }
  if (schema.not) yield clauseOf(node, { schema: schema.not, path: `${path}.not`, steps: 1 });
}

function propertyOf(node: SchemaNode, property: string, child: JSONSchemaProps | null): SchemaNode {
  const schema = child ?? {};
  const place = node.place === 'clause' ? 'clause' : 'field';
  const structure = place === 'clause' ? own(node.structure?.properties, property) : schema;
  const meta = node.meta ?? metaOf(node, property);
  return {
    schema,
    path: keyed(`${node.path}.properties`, property),
    parent: node,
    place,
    property,
    depth: node.depth + 2,
    structure,
    ofRoot: node.ofRoot,
    mayHaveType: undefined,
    meta,
    noDefault: node.noDefault ?? (meta === 'own' && node.meta !== 'own' ? `in ${property} of the resource` : undefined),
    keepsUnknown: keepsUnknown(structure),
    uncorrelated: node.uncorrelated,
    celScope: celScope(schema, node.celScope, true),
    isInItself: undefined,
  };
}

function valuesOf(node: SchemaNode, schema: JSONSchemaProps): SchemaNode {
  const place = node.place === 'clause' ? 'clause' : 'field';
  const structure = place === 'clause' ? onlySchema(node.structure?.additionalProperties) : schema;
  return {
    schema,
    path: `${node.path}.additionalProperties`,
    parent: node,
    place,
    property: undefined,
    depth: node.depth + 1,
    structure,
    ofRoot: node.ofRoot,
    mayHaveType: undefined,
    meta: node.meta,
    noDefault: node.noDefault ?? (node.meta ? 'in a map of metadata' : undefined),
    keepsUnknown: keepsUnknown(structure),
    uncorrelated: node.uncorrelated,
    celScope: celScope(schema, node.celScope, isOfType(node.schema, 'object')),
    isInItself: undefined,
  };
}

function itemsOf(node: SchemaNode, schema: JSONSchemaProps): SchemaNode {
  const place = node.place === 'clause' ? 'clause' : 'item';
  const structure = place === 'clause' ? onlySchema(node.structure?.items) : schema;
  const isMap = node.schema['x-kubernetes-list-type'] === 'map';
  return {
    schema,
    path: `${node.path}.items`,
    parent: node,
    place,
    property: undefined,
    depth: node.depth + 1,
    structure,
    ofRoot: node.ofRoot,
    mayHaveType: undefined,
    meta: node.meta,
    noDefault: node.noDefault,
    keepsUnknown: node.keepsUnknown || keepsUnknown(structure),
    uncorrelated: node.uncorrelated ?? (isMap ? undefined : node.path),
    celScope: celScope(schema, node.celScope, isOfType(node.schema, 'array')),
    isInItself: undefined,
  };
}

interface Clause {
  readonly schema: JSONSchemaProps;
  readonly path: string;
  /** How much deeper it is, in JSON. */
  readonly steps: number;
  readonly mayHaveType?: boolean;
}

function clauseOf(node: SchemaNode, { schema, path, steps, mayHaveType }: Clause): SchemaNode {
  return {
    schema,
    path,
    parent: node,
    place: 'clause',
    property: undefined,
    depth: node.depth + steps,
    structure: node.structure,
    ofRoot: node.ofRoot === true || node.place === 'root',
    mayHaveType,
    meta: node.meta,
    noDefault: node.noDefault,
    keepsUnknown: node.keepsUnknown,
    uncorrelated: node.uncorrelated,
    celScope: undefined,
    isInItself: undefined,
  };
}

function keepsUnknown(structure: JSONSchemaProps | undefined): boolean {
  return structure?.['x-kubernetes-preserve-unknown-fields'] === true;
}

function isOfType(schema: JSONSchemaProps, type: string): boolean {
  return schema.type === type && schema['x-kubernetes-int-or-string'] !== true;
}

function metaOf({ place, schema }: SchemaNode, property: string): SchemaNode['meta'] {
  if (!META_FIELDS.includes(property)) return undefined;
  if (place === 'root') return 'own';
  return schema['x-kubernetes-embedded-resource'] === true ? 'embedded' : undefined;
}

/** The two places where clauses with a type are taken: anyOf of a structure, and anyOf of its first clause of allOf. */
function mayBeIntOrString({ place, schema, parent }: SchemaNode): boolean {
  return place !== 'clause' || (parent?.place !== 'clause' && parent?.schema.allOf?.[0] === schema);
}

/** What does not spoil the form. */
const MAY_HAVE: readonly string[] = ['type', 'example', 'externalDocs'];

/** Whether it is `[{ type: integer }, { type: string }]`, in this order and with nothing else in it. */
function saysIntOrString(anyOf: readonly (JSONSchemaProps | null)[] | undefined): boolean {
  const says = (clause: JSONSchemaProps | null | undefined, type: string) =>
    clause?.type === type &&
    Object.entries(clause).every(
      ([field, value]) =>
        MAY_HAVE.includes(field) || value === false || isLeftOut(field, value) || !isSchemaWord(field),
    );
  return anyOf?.length === 2 && says(anyOf[0], 'integer') && says(anyOf[1], 'string');
}
