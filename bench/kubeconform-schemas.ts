import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of an OpenAPI schema that kubeconform's own ones are made of. */
interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

type Schemas = Readonly<Record<string, Schema>>;

/**
 * Writes a JSON schema for each built-in kind, standalone and strict, as those that kubeconform loads are, and gives what
 * `-schema-location` takes. Nothing is left out but what a schema repeats inside itself.
 */
export function writeKubeconformSchemas(folder: string): string {
  const openapi = JSON.parse(readFileSync(join(__dirname, '../imports/kubernetes/openapi.json'), 'utf8')) as {
    readonly components: { readonly schemas: Schemas };
  };
  const { schemas } = openapi.components;
  mkdirSync(folder, { recursive: true });
  for (const schema of Object.values(schemas)) {
    for (const { group, version, kind } of schema['x-kubernetes-group-version-kind'] ?? []) {
      const file = [kind, group.split('.')[0], version]
        .filter((part) => part !== '')
        .join('-')
        .toLowerCase();
      writeFileSync(join(folder, `${file}.json`), JSON.stringify(standalone(schema, schemas, [])));
    }
  }
  return join(folder, '{{ .ResourceKind }}{{ .KindSuffix }}.json');
}

const REFERENCE = '#/components/schemas/';

function standalone(schema: Schema, schemas: Schemas, within: readonly string[]): object {
  const { $ref, allOf, ...rest } = schema;
  const reference = $ref ?? (allOf?.length === 1 ? allOf[0]?.$ref : undefined);
  if (reference !== undefined) {
    const name = reference.slice(REFERENCE.length);
    const target = schemas[name];
    if (target === undefined || within.includes(name)) return {};
    return standalone(target, schemas, [...within, name]);
  }
  const { properties, items, additionalProperties } = rest;
  return {
    ...rest,
    ...(rest.type !== undefined && { type: [rest.type, 'null'] }),
    ...(items && { items: standalone(items, schemas, within) }),
    ...(typeof additionalProperties === 'object' && {
      additionalProperties: standalone(additionalProperties, schemas, within),
    }),
    ...(properties && {
      additionalProperties: false,
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, property]) => [name, standalone(property, schemas, within)]),
      ),
    }),
  };
}
