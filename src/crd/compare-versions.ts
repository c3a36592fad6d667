import type { CustomResourceDefinition } from '../manifest/kubernetes';
import { compareVersion, type DefinitionVersion, NOT_FOUND } from './compare-version';
import { storageLosses } from './conversion-losses';
import { differences } from './differences';
import { change, type ChangeCode, inOrder, type VersionChange } from './version-change';

/**
 * What changed between two definitions of the same custom resource, by version and path: what breaks stored objects or clients, and what
 * does not. Descriptions, texts of warnings and the order of keys are no change; equal definitions give an empty list.
 *
 * Assumptions: a server takes each definition by itself. Of two constraints that cannot be compared (patterns, rules, `oneOf`), the new
 * one is tighter. Objects are stored in the versions that `status.storedVersions` names, of the definition after, else of the one before;
 * where neither has it, in the storage version before.
 *
 * @example
 * const breaking = compareDefinitions(released, Todo.definition).filter((change) => change.breaking);
 */
export function compareDefinitions(
  before: CustomResourceDefinition,
  after: CustomResourceDefinition,
): readonly VersionChange[] {
  return inOrder([
    ...compareIdentity(before, after),
    ...compareNames(before, after),
    ...compareConversion(before, after),
    ...compareStorage(before, after),
    ...compareVersionLists(before, after),
  ]);
}

function compareIdentity({ spec: before }: CustomResourceDefinition, { spec: after }: CustomResourceDefinition) {
  const rows: readonly (readonly [ChangeCode, path: string, was: string, is: string])[] = [
    ['group-changed', 'spec.group', before.group, after.group],
    ['plural-changed', 'spec.names.plural', before.names.plural, after.names.plural],
    ['kind-changed', 'spec.names.kind', before.names.kind, after.names.kind],
    ['scope-changed', 'spec.scope', before.scope, after.scope],
  ];
  const wayOut = 'the server refuses it; make a definition beside the old one, and copy the objects';
  return rows.flatMap(([code, path, was, is]) =>
    was === is ? [] : [change(code, path, `was "${was}" and is "${is}": ${wayOut}`)],
  );
}

type Names = CustomResourceDefinition['spec']['names'];

function compareNames({ spec: before }: CustomResourceDefinition, { spec: after }: CustomResourceDefinition) {
  const [was, is] = [before.names, after.names];
  return [...(was.kind === is.kind ? compareDerivedNames(was, is) : []), ...compareNameLists(was, is)];
}

/** What the server makes of the kind where it is not given is no change. */
function compareDerivedNames(was: Names, is: Names): readonly VersionChange[] {
  const changes: VersionChange[] = [];
  const listKindOf = ({ kind, listKind }: Names) => listKind || `${kind}List`;
  const singularOf = ({ kind, singular }: Names) => singular || kind.toLowerCase();
  if (listKindOf(was) !== listKindOf(is)) {
    const message = `was "${listKindOf(was)}" and is "${listKindOf(is)}": programs cannot read lists of an unknown kind; keep it`;
    changes.push(change('list-kind-changed', 'spec.names.listKind', message));
  }
  if (singularOf(was) !== singularOf(is)) {
    const message = `was "${singularOf(was)}" and is "${singularOf(is)}": commands with the old one fail; make it a short name`;
    changes.push(change('singular-changed', 'spec.names.singular', message));
  }
  return changes;
}

function compareNameLists(was: Names, is: Names): readonly VersionChange[] {
  const shortNames = differences(was.shortNames ?? [], is.shortNames ?? []);
  const categories = differences(was.categories ?? [], is.categories ?? []);
  const [inShortNames, inCategories] = ['spec.names.shortNames', 'spec.names.categories'] as const;
  const gone = (name: string, consequence: string) => `has no "${name}" any more: ${consequence}; keep it`;
  return [
    ...shortNames.gone.map((name) => change('short-name-removed', inShortNames, gone(name, 'commands with it fail'))),
    ...shortNames.added.map((name) => change('short-name-added', inShortNames, `has "${name}" now`)),
    ...categories.gone.map((name) =>
      change('category-removed', inCategories, gone(name, 'commands with it list less')),
    ),
    ...categories.added.map((name) => change('category-added', inCategories, `has "${name}" now`)),
  ];
}

function compareConversion({ spec: before }: CustomResourceDefinition, { spec: after }: CustomResourceDefinition) {
  const path = 'spec.conversion.strategy';
  const [was, is] = [before, after].map(({ conversion }) => conversion?.strategy ?? 'None');
  if (was === is) return [];
  if (is === 'Webhook') {
    return [
      change(
        'conversion-added',
        path,
        'is Webhook: versions that are not the stored one are there only while it answers',
      ),
    ];
  }
  // A single version is never converted.
  if (after.versions.length === 1) return [];
  const message =
    'is None: between versions only apiVersion changes, and fields that one of them has not are lost; keep the webhook';
  return [change('conversion-removed', path, message)];
}

function compareStorage({ spec: before }: CustomResourceDefinition, { spec: after }: CustomResourceDefinition) {
  const [was, is] = [before, after].map(({ versions }) => versions.find(({ storage }) => storage));
  if (!was || !is || was.name === is.name) return [];
  const message = `is the storage version now: objects stay stored as ${was.name} until they are next written; keep ${was.name} until all have been`;
  return [
    change('storage-version-changed', is.name, message),
    ...(after.conversion?.strategy === 'Webhook' ? [] : storageLosses(was, is)),
  ];
}

function compareVersionLists(before: CustomResourceDefinition, after: CustomResourceDefinition) {
  const stored = storedVersions(before, after);
  const [was, is] = [before.spec.versions, after.spec.versions];
  const named = (versions: readonly DefinitionVersion[], name: string) =>
    versions.find((version) => version.name === name);
  return [
    ...was.flatMap((version) => {
      const now = named(is, version.name);
      return now ? compareVersion(version, now) : [removal(version, stored.includes(version.name))];
    }),
    ...is.flatMap(({ name }) => (named(was, name) ? [] : [change('version-added', name, 'is a new version')])),
  ];
}

function removal({ name, served }: DefinitionVersion, isStored: boolean): VersionChange {
  if (isStored) {
    const wayOut = 'write all of them once as another version, and take it out of status.storedVersions';
    const message = `was removed, which the server refuses while objects are stored in it: ${wayOut}`;
    return change('stored-version-removed', name, message);
  }
  if (!served) return change('unused-version-removed', name, 'was removed, and was not served');
  return change('served-version-removed', name, `was removed: ${NOT_FOUND}`);
}

/** A definition that is not from a server may have an empty status. */
function storedVersions(before: CustomResourceDefinition, after: CustomResourceDefinition): readonly string[] {
  const known = [after, before].map(({ status }) => status?.storedVersions ?? []).find((names) => names.length > 0);
  return known ?? before.spec.versions.filter(({ storage }) => storage).map(({ name }) => name);
}
