import type { CustomResourceDefinitionVersion } from '../manifest/kubernetes';
import { dns1035LabelProblem } from '../manifest/name';
import { type DefinitionProblem, error, errorAbout, warning } from './definition-problem';
import { isLeftOut } from './left-out';
import { isPrintable } from './printable';
import { sameJson } from '../values/same-json';

export type Version = Partial<CustomResourceDefinitionVersion>;

/** What is wrong with the list of versions: their names, which one is stored, which are served, and what a deprecated one says. */
export function* versionProblems(versions: readonly Version[]): Generator<DefinitionProblem> {
  const stored = versions.filter(({ storage }) => storage === true);
  if (versions.length === 0) yield error('spec.versions', 'has no version: give one, such as "v1"');
  else if (stored.length === 0)
    yield error('spec.versions', 'has no version that is stored: write storage: true in one');
  else if (stored.length > 1) {
    const names = stored.map(({ name }) => JSON.stringify(name ?? '')).join(' and ');
    yield error(
      'spec.versions',
      `has ${stored.length} versions that are stored, ${names}: write storage: true in only one`,
    );
  }
  if (versions.length > 0 && versions.every(({ served }) => served !== true)) {
    yield warning('spec.versions', 'has no version that is served, so nobody can use it: write served: true in one');
  }
  const names = versions.map(({ name }) => name ?? '');
  for (const [index, version] of versions.entries()) {
    const path = `spec.versions[${index}]`;
    const name = names[index] ?? '';
    yield* errorAbout(`${path}.name`, name, dns1035LabelProblem(name));
    if (names.indexOf(name) !== index)
      yield error(`${path}.name`, `"${name}" is there twice: give each version its own`);
    const problem = deprecationProblem(version);
    if (problem !== undefined) yield error(`${path}.deprecationWarning`, problem);
  }
}

/** It becomes an HTTP header of each answer. */
function deprecationProblem({ deprecated, deprecationWarning: text }: Version): string | undefined {
  if (text === undefined || text === null) return undefined;
  if (deprecated !== true) return 'is of a version that is not deprecated: write deprecated: true, or leave it out';
  if (text === '') return 'is empty: write something, or leave it out for the usual words';
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return `has ${bytes} bytes; it holds ${MOST_BYTES}`;
  return isPrintable(text)
    ? undefined
    : 'has a character that cannot be printed, such as a line break: write one line of text';
}

const MOST_BYTES = 256;

/** Whether all versions have the same schema, which the API server then keeps, and checks, once for all of them. */
export function haveOneSchema(versions: readonly Version[]): boolean {
  const [first, ...others] = versions.map(({ schema }) => schema ?? undefined);
  return others.every((schema) => sameJson(schema, first, isNothing));
}

function isNothing(field: string, value: unknown): boolean {
  // Structural schemas know no empty list of items, but before they are made of it, it is one.
  if (field === 'items' && value !== null) return false;
  return isLeftOut(field, value) || (EMPTY_IS_NOTHING.includes(field) && Object.keys(value as object).length === 0);
}

const EMPTY_IS_NOTHING: readonly string[] = [
  ...['properties', 'dependencies', 'required', 'x-kubernetes-list-map-keys', 'x-kubernetes-validations'],
];
