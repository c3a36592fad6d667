import { definitionProblems } from '../crd/definition-problems';
import { followJsonPath } from '../crd/follow-json-path';
import { parseJsonPath } from '../crd/json-path';
import type { CustomResourceDefinition, CustomResourceSubresources, JSONSchemaProps } from '../manifest/kubernetes';
import { defined } from '../values/defined';
import { keyed, type Problems } from '../props/problem';
import type { ConversionWebhook, CustomResourceOptions, PrinterColumn, VersionOptions } from './options';
import type { Resource } from './resource-class';
import type { VersionSchema } from './version-schema';

type Version = CustomResourceDefinition['spec']['versions'][number];
type Column = NonNullable<Version['additionalPrinterColumns']>[number];

/** The CustomResourceDefinition that options and schemas say. */
export function definitionOf(
  options: CustomResourceOptions,
  versions: readonly VersionSchema[],
): CustomResourceDefinition {
  const { group, kind, scope = 'Namespaced', conversion, metadata, shortNames, categories, listKind } = options;
  const singular = options.singular ?? kind.toLowerCase();
  const plural = options.plural ?? `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { ...metadata, name: `${plural}.${group}` },
    spec: {
      group,
      names: {
        kind,
        plural,
        singular,
        ...(listKind !== undefined && { listKind }),
        ...(shortNames && { shortNames: [...shortNames] }),
        ...(categories && { categories: [...categories] }),
      },
      scope,
      versions: versions.map((version) => versionOf(version, versions.length === 1)),
      ...(conversion && { conversion: { strategy: 'Webhook', webhook: webhookOf(conversion) } }),
    },
  };
}

/** Adds what the API server would refuse in a definition, or take though it cannot work. */
export function addDefinitionProblems(
  definition: CustomResourceDefinition,
  versions: readonly VersionSchema[],
  { allowWarnings = false }: CustomResourceOptions,
  problems: Problems,
): void {
  for (const { severity, path, phrase } of definitionProblems(definition)) {
    if (severity === 'error' || !allowWarnings) problems.add(showPath(path, versions), undefined, phrase);
  }
}

/** What is known of a resource before its schemas are converted. */
export function resourceOf({ group, kind, scope = 'Namespaced', versions }: CustomResourceOptions): Resource {
  const all = Object.entries(versions);
  const outlines = all.map(([name, options]) => {
    return { name, storage: isStored(options, all.length === 1), subresources: () => subresourcesOf(options) };
  });
  return { group, kind, scope, versions: outlines };
}

function isStored({ storage }: VersionOptions, isOnly: boolean): boolean {
  return storage ?? isOnly;
}

function subresourcesOf(options: VersionOptions): CustomResourceSubresources {
  const { scale } = options;
  return { ...(hasStatus(options) && { status: {} }), ...(scale && { scale }) };
}

/** Without making the schema of a getter. */
function hasStatus(options: VersionOptions): boolean {
  const property = Object.getOwnPropertyDescriptor(options, 'status');
  return property !== undefined && (property.get ?? property.value) !== undefined;
}

function versionOf({ name, options, schema }: VersionSchema, isOnly: boolean): Version {
  const { served = true, deprecated = false, printerColumns, selectableFields } = options;
  const subresources = subresourcesOf(options);
  const root = schema();
  return {
    name,
    served,
    storage: isStored(options, isOnly),
    ...(deprecated !== false && { deprecated: true }),
    ...(typeof deprecated === 'string' && { deprecationWarning: deprecated }),
    schema: { openAPIV3Schema: root },
    ...(Object.keys(subresources).length > 0 && { subresources }),
    ...(printerColumns && { additionalPrinterColumns: printerColumns.map((column) => columnOf(column, root)) }),
    ...(selectableFields && { selectableFields: selectableFields.map((jsonPath) => ({ jsonPath })) }),
  };
}

function columnOf({ type, ...column }: PrinterColumn, schema: JSONSchemaProps): Column {
  return { ...column, type: type ?? columnType(column.jsonPath, schema) };
}

function columnType(jsonPath: string, root: JSONSchemaProps): NonNullable<PrinterColumn['type']> {
  if (jsonPath === '.metadata.creationTimestamp') return 'date';
  const path = parseJsonPath(jsonPath);
  const found = 'steps' in path ? followJsonPath(root, path.steps) : undefined;
  const type = found && 'schema' in found ? found.schema?.type : undefined;
  return type === 'boolean' || type === 'integer' || type === 'number' ? type : 'string';
}

function webhookOf(
  webhook: ConversionWebhook,
): NonNullable<NonNullable<CustomResourceDefinition['spec']['conversion']>['webhook']> {
  const { conversionReviewVersions = ['v1'], ...clientConfig } = webhook;
  return { clientConfig: defined(clientConfig), conversionReviewVersions };
}

/** The path of a field as its author wrote it: `v1.spec.users[].name` for `spec.versions[0].schema.openAPIV3Schema.properties.spec...` */
function showPath(path: string, versions: readonly VersionSchema[]): string {
  const [, index = '', rest = ''] = /^spec\.versions\[(\d+)\](.*)$/.exec(path) ?? [];
  const version = versions[Number(index)];
  if (index === '' || !version) return path.replace(/^spec\.(names\.)?/, '');
  const ofSchema = rest.replace(/^\.schema\.openAPIV3Schema/, '');
  const [steps = ''] = SCHEMA_STEPS.exec(ofSchema) ?? [];
  const shown =
    steps.replace(SCHEMA_STEP, (step, key?: string) => key ?? SHORT[step] ?? step) +
    ofSchema
      .slice(steps.length)
      .replace(/^\.additionalPrinterColumns/, '.printerColumns')
      .replace(/^\.subresources\.scale/, '.scale');
  return keyed('versions', version.name).replace(/^versions\.?/, '') + shown;
}

const PROPERTY = String.raw`\.properties(\.[\w$]+|\["(?:[^"\\]|\\.)*"\])`;
const STEP = String.raw`${PROPERTY}|\.(?:additionalProperties|items|not)(?=[.[]|$)|\.(?:allOf|anyOf|oneOf)\[\d+\]`;
const SCHEMA_STEP = new RegExp(STEP, 'g');
const SCHEMA_STEPS = new RegExp(`^(?:${STEP})*`);
const SHORT: Readonly<Record<string, string>> = { '.additionalProperties': '[*]', '.items': '[]' };
