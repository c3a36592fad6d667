import { compareDefinitions } from '../crd/compare-versions';
import { conversionLosses as lossesOf } from '../crd/conversion-losses';
import type { VersionChange } from '../crd/version-change';
import type { CustomResourceDefinition } from '../manifest/kubernetes';
import { readStored } from './import/read-definition';

/** A custom resource, or its CustomResourceDefinition as it was stored: the object, or its YAML or JSON. */
export type Definable = CustomResourceDefinition | string | { readonly definition: CustomResourceDefinition };

/**
 * Says what changed between two states of a custom resource, and what of it breaks: objects that are stored now would be refused, lose data
 * or read differently (`breaks` has `'stored'`), or manifests and programs that worked no longer do (`'clients'`). For a check in CI,
 * against the definition of the last release.
 *
 * @throws InvalidPropsError for what is no definition
 * @param before the definition that clusters have
 * @param after the definition that would take its place
 * @example
 * const breaking = compareVersions(released, Todo).filter((change) => change.breaking);
 * if (breaking.length > 0) throw new Error(breaking.map(({ path, message }) => `${path} ${message}`).join('\n'));
 */
export function compareVersions(before: Definable, after: Definable): readonly VersionChange[] {
  const [was, is] = [definitionOf(before, 'compareVersions'), definitionOf(after, 'compareVersions')];
  return compareDefinitions(was, is);
}

/**
 * Says which fields an object loses on its way through a version that does not have them, when no webhook converts it: whoever reads such
 * an object in the one version and writes it back has deleted them.
 *
 * @throws InvalidPropsError for what is no definition
 * @example conversionLosses(Todo) // []
 */
export function conversionLosses(resource: Definable): readonly VersionChange[] {
  return lossesOf(definitionOf(resource, 'conversionLosses'));
}

function definitionOf(resource: Definable, subject: string): CustomResourceDefinition {
  // JavaScript gives what it likes.
  const given = Object(resource) as Exclude<Definable, string>;
  return 'definition' in given ? given.definition : readStored(resource, subject);
}
