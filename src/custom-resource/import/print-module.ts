import { definitionProblems } from '../../crd/definition-problems';
import { META_FIELDS } from '../../crd/schema-walk';
import type {
  CustomResourceDefinition,
  CustomResourceDefinitionVersion,
  JSONSchemaProps,
} from '../../manifest/kubernetes';
import { Constants, identifier } from './constants';
import { call, type Expression, type Field, headsOf, literal, object } from './expression';
import { layout, WIDTH } from './layout';
import { plainSchema } from './plain-schema';
import { isEmpty, printFields, withoutWords, withWords } from './print-schema';
import { printPaths } from './print-paths';

type Spec = CustomResourceDefinition['spec'];

/**
 * A TypeScript module with the resource of a definition: `export const Prometheus = customResource({ ... })`. Its definition says what the
 * original says, but for two things, which are stricter: an integer of the format `int32` has the bounds of one, and a quantity
 * `1e1.5`, which no program can read, is refused.
 *
 * @param definition one that the API server takes
 */
export function printModule(definition: CustomResourceDefinition): string {
  const { names, versions } = definition.spec;
  const roots = versions.map(({ schema }) => plainSchema(schema?.openAPIV3Schema ?? {}));
  const used = [...RESERVED, ...HELPERS, 'z', 'customResource'];
  const kind = identifier(names.kind);
  const resource = used.includes(kind) ? `${kind}Resource` : kind;
  const taken = [...used, resource];
  const constants = new Constants(roots.flatMap(fieldSchemas), taken);
  const isOnly = versions.length === 1;
  const printed = versions.map((version, index): Field => {
    const prefix = lowerFirst(resource) + (isOnly ? '' : upperFirst(identifier(version.name)));
    return [version.name, printVersion({ version, root: roots[index] ?? {}, prefix, isOnly }, constants)];
  });
  const options = object([...printNames(definition), ['versions', object(printed)]]);
  const all = [...constants.all, { name: resource, expression: call('customResource', options) }];
  const statements = all.map(({ name, expression }) => {
    const start = `${name === resource ? 'export ' : ''}const ${name} = `;
    return `${start}${layout(expression, '', start.length, 1)};\n`;
  });
  return [head(definition), imports(all.map(({ expression }) => expression)), ...statements].join('\n');
}

function head({ metadata }: CustomResourceDefinition): string {
  return `// ${metadata?.name ?? ''}, as "cdk8s-workloads import" wrote it: run that again in place of changing it here.`;
}

const HELPERS = [
  ...['atomic', 'embedded', 'format', 'int32', 'int64', 'intOrString', 'listMap', 'listSet', 'matching', 'quantity'],
  ...['serverRule', 'time'],
];

/** What a constant cannot be called. */
const RESERVED = (
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for ' +
  'function if implements import in instanceof interface let new null package private protected public return static super switch ' +
  'this throw true try typeof undefined var void while with yield'
).split(' ');

/** What the expressions use. */
function imports(expressions: readonly Expression[]): string {
  const used = new Set(expressions.flatMap((expression) => [...headsOf(expression)]));
  const names = [...HELPERS, 'customResource'].filter((name) => used.has(name)).sort((a, b) => a.localeCompare(b));
  const line = `import { ${names.join(', ')} } from 'cdk8s-workloads/custom-resource';`;
  const long = `import {\n${names.map((name) => `  ${name},\n`).join('')}} from 'cdk8s-workloads/custom-resource';`;
  return [line.length > WIDTH ? long : line, ...(used.has('z') ? ["import { z } from 'zod';"] : []), ''].join('\n');
}

function upperFirst(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function lowerFirst(word: string): string {
  return word.slice(0, 1).toLowerCase() + word.slice(1);
}

/** The options beside the versions. */
function printNames(definition: CustomResourceDefinition): readonly Field[] {
  const { group, names, scope } = definition.spec;
  const { kind, plural, singular, listKind, shortNames = [], categories = [] } = names;
  const lower = kind.toLowerCase();
  const metadata = ownMetadata(definition);
  const allowWarnings = definitionProblems(definition).length > 0;
  return [
    ['group', literal(group)],
    ['kind', literal(kind)],
    ...field('plural', plural, plural === `${lower}s`),
    ...field('singular', singular, singular === lower),
    ...field('listKind', listKind, listKind === `${kind}List`),
    ...field('shortNames', shortNames, shortNames.length === 0),
    ...field('categories', categories, categories.length === 0),
    ...field('scope', scope, scope === 'Namespaced'),
    ...field('metadata', metadata, isEmpty(metadata)),
    ...field('conversion', webhook(definition.spec), false),
    ...field('allowWarnings', true, !allowWarnings),
  ];
}

/** A field for what is neither missing nor the default. */
function field(name: string, value: unknown, isDefault: boolean): readonly Field[] {
  return value === undefined || value === null || value === '' || isDefault ? [] : [[name, literal(value)]];
}

/** What its author wrote; kubectl's own copy of it is none of that. */
function ownMetadata({ metadata = {} }: CustomResourceDefinition): object {
  const { labels, annotations } = metadata;
  const { 'kubectl.kubernetes.io/last-applied-configuration': _applied, ...own } = annotations ?? {};
  return { ...(labels && !isEmpty(labels) && { labels }), ...(!isEmpty(own) && { annotations: own }) };
}

function webhook({ conversion }: Spec): unknown {
  if (conversion?.strategy !== 'Webhook') return undefined;
  const { clientConfig = {}, conversionReviewVersions } = conversion.webhook ?? { conversionReviewVersions: [] };
  return { ...clientConfig, conversionReviewVersions };
}

function fieldSchemas({ properties = {} }: JSONSchemaProps): readonly JSONSchemaProps[] {
  return Object.entries(properties).flatMap(([name, schema]) => (META_FIELDS.includes(name) ? [] : [schema]));
}

interface VersionToPrint {
  readonly version: CustomResourceDefinitionVersion;
  readonly root: JSONSchemaProps;
  /** For the names of constants. */
  readonly prefix: string;
  readonly isOnly: boolean;
}

function printVersion({ version, root, prefix, isOnly }: VersionToPrint, constants: Constants): Expression {
  const { served, storage, deprecated, deprecationWarning, subresources } = version;
  const hasStatus = subresources?.status !== undefined && subresources.status !== null;
  return object([
    ...field('storage', storage, isOnly || !storage),
    ...field('served', served, served),
    ...field('deprecated', deprecationWarning ?? deprecated, deprecated !== true),
    ...field('description', root.description, false),
    ...printRoot(root, prefix, hasStatus, constants),
    ...printPaths(version, root),
  ]);
}

function printRoot(root: JSONSchemaProps, prefix: string, hasStatus: boolean, constants: Constants): readonly Field[] {
  const {
    type: _type,
    properties = {},
    required = [],
    'x-kubernetes-validations': rules = [],
    ...rest
  } = withoutWords(root);
  const isOther = (name: string): boolean => !META_FIELDS.includes(name);
  const status = hasStatus ? properties['status'] : undefined;
  const own = Object.fromEntries(
    Object.entries(properties).filter(([name]) => isOther(name) && !(hasStatus && name === 'status')),
  );
  const { fields, unsaid } = printFields(own, required.filter(isOther), (schema, name) =>
    constants.print(schema, prefix + upperFirst(name)),
  );
  const others = fields.filter(([name]) => name !== 'spec');
  const meta = metaFields(properties);
  const matching = {
    ...rest,
    ...(unsaid.length > 0 && { required: unsaid }),
    ...(!isEmpty(meta) && { properties: meta }),
  };
  const printedStatus = status ? withWords(constants.print(status, `${prefix}Status`), status) : call('z.never');
  return [
    ...fields.filter(([name]) => name === 'spec'),
    ...(hasStatus ? [['status', printedStatus] as const] : []),
    ...(others.length > 0 ? [['fields', object(others)] as const] : []),
    ...printName(properties['metadata'] ?? {}, constants),
    ...field('matching', matching, isEmpty(matching)),
    ...field('rules', rules, rules.length === 0),
  ];
}

/** Of the fields that all resources have, those of which the definition says more than everyone knows, or the name alone. */
function metaFields(properties: NonNullable<JSONSchemaProps['properties']>): JSONSchemaProps['properties'] & object {
  const known = META_FIELDS.filter((name) => {
    const { type: _type, description: _description, properties: fields = {}, ...more } = properties[name] ?? {};
    return !isEmpty(more) || Object.keys(fields).some((field) => field !== 'name');
  });
  return Object.fromEntries(known.map((name) => [name, properties[name] ?? {}]));
}

function printName({ properties = {} }: JSONSchemaProps, constants: Constants): readonly Field[] {
  const { name } = properties;
  return name ? [['name', withWords(constants.print(name, 'name'), name)]] : [];
}
