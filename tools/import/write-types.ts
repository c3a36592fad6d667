import type { Scalar } from '../../src/manifest/schema-table';
import type { Definition, Field, Kind, Model, Type } from './model';

/**
 * The interfaces of all definitions, with the real field names; `Kinds`, from apiVersion and kind to the type of the object; and
 * `Definitions`, from the name of a definition to the type of its values wherever they stand.
 */
export function writeTypes({ kubernetes, kinds, definitions }: Model): string {
  const embedded = new Set(definitions.filter((definition) => definition.embedded).map(({ name }) => name));
  return [
    `// The built-in kinds of Kubernetes ${kubernetes}. Written by \`npm run import\`: do not edit.`,
    `import type { IntOrPercent } from '../../src/manifest/percent';`,
    `import type { Quantity } from '../../src/manifest/quantity';`,
    ``,
    `export interface Kinds {`,
    ...kinds.map(({ apiVersion, kind, definition }) => `  readonly '${apiVersion}/${kind}': ${definition};`),
    `}`,
    ``,
    `export interface Definitions {`,
    ...definitions.map(({ name }) => `  readonly ${name}: ${embedded.has(name) ? `Embedded${name}` : name};`),
    `}`,
    ``,
    `export type IntOrString = number | string;`,
    ``,
    ...definitions.flatMap((definition) => interfacesOf(definition, embedded)),
  ].join('\n');
}

function interfacesOf({ name, fields, root }: Definition, embedded: ReadonlySet<string>): readonly string[] {
  const fieldLines = fields
    .filter((field) => !(root && OWN_LINES.has(field.name)))
    .map((field) => fieldLine(field, embedded));
  if (root === undefined) return interfaceOf(name, fieldLines.length === 0 ? NOTHING : fieldLines);
  if (!embedded.has(name)) return interfaceOf(name, [...rootLines(root, ''), METADATA, ...fieldLines]);
  return [
    ...interfaceOf(`${name} extends Embedded${name}`, rootLines(root, '')),
    ...interfaceOf(`Embedded${name}`, [...rootLines(root, '?'), METADATA, ...fieldLines]),
  ];
}

const OWN_LINES: ReadonlySet<string> = new Set(['apiVersion', 'kind', 'metadata']);

// Every object has metadata in the end, but constructs and charts may be the ones to write it.
const METADATA = '  readonly metadata?: ObjectMeta;';

function interfaceOf(heading: string, lines: readonly string[]): readonly string[] {
  return [`export interface ${heading} {`, ...lines, `}`, ``];
}

// An interface without fields would accept every value.
const NOTHING = ['  readonly [field: string]: never;'];

function rootLines({ apiVersion, kind }: Kind, optional: '' | '?'): readonly string[] {
  return [`  readonly apiVersion${optional}: '${apiVersion}';`, `  readonly kind${optional}: '${kind}';`];
}

function fieldLine({ name, type, required }: Field, embedded: ReadonlySet<string>): string {
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`;
  return `  readonly ${key}${required ? '' : '?'}: ${typeText(type, embedded)};`;
}

function typeText(type: Type, embedded: ReadonlySet<string>): string {
  if (type.is === 'scalar') return SCALARS[type.scalar];
  if (type.is === 'enum') return type.values.map((value) => `'${value}'`).join(' | ');
  if (type.is === 'definition') return embedded.has(type.name) ? `Embedded${type.name}` : type.name;
  if (type.is === 'either') return type.of.map((member) => typeText(member, embedded)).join(' | ');
  const item = typeText(type.of, embedded);
  if (type.is === 'map') return `{ readonly [key: string]: ${item} }`;
  return type.of.is === 'enum' || type.of.is === 'either' ? `readonly (${item})[]` : `readonly ${item}[]`;
}

const SCALARS: Readonly<Record<Scalar, string>> = {
  any: 'unknown',
  boolean: 'boolean',
  bytes: 'string',
  'int-or-percent': 'IntOrPercent',
  'int-or-string': 'IntOrString',
  int32: 'number',
  int64: 'number',
  'micro-time': 'string',
  number: 'number',
  object: '{ readonly [key: string]: unknown }',
  quantity: 'Quantity',
  string: 'string',
  time: 'string',
};
