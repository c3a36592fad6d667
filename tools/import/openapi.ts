/** The part of an OpenAPI v3 document that Kubernetes serves and the generator reads. */
export interface OpenApi {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, PathItem>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** What can be done at one path. Only creating matters here: a kind that can be created at its collection is a kind of ours. */
export interface PathItem {
  readonly post?: Operation;
}

export interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: GroupVersionKind;
}

/** The three words that name a kind; `group` is empty for the core group. */
export interface GroupVersionKind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object';
  readonly format?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly items?: Schema;
  readonly 'x-kubernetes-group-version-kind'?: readonly GroupVersionKind[];
  readonly 'x-kubernetes-list-type'?: 'atomic' | 'map' | 'set';
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
  readonly 'x-kubernetes-map-type'?: 'atomic' | 'granular';
}

const SCHEMA_REF = '#/components/schemas/';

/** The definition that a schema is a reference to, if it is one: `{ $ref }`, or `{ allOf: [{ $ref }] }` beside other facts. */
export function referenceOf(schema: Schema): string | undefined {
  const { $ref } = schema.allOf?.[0] ?? schema;
  return $ref?.startsWith(SCHEMA_REF) ? $ref.slice(SCHEMA_REF.length) : undefined;
}

/** Every definition that a schema refers to, itself or in what it holds: its fields, its items, the values of its map. */
export function referencesIn(schema: Schema): readonly string[] {
  const own = referenceOf(schema);
  if (own !== undefined) return [own];
  const children = [...Object.values(schema.properties ?? {}), schema.items, schema.additionalProperties];
  return children.flatMap((child) => (child === undefined ? [] : referencesIn(child)));
}

/** `apps/v1`, or `v1` for the core group: the `apiVersion` of a manifest. */
export function apiVersionOf({ group, version }: GroupVersionKind): string {
  return group === '' ? version : `${group}/${version}`;
}

/** `apps/v1/Deployment`. */
export function keyOfKind(words: GroupVersionKind): string {
  return `${apiVersionOf(words)}/${words.kind}`;
}
