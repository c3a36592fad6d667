import { compareDefinitions } from '../crd/compare-versions';
import { conversionLosses as lossesOf } from '../crd/conversion-losses';
import type { VersionChange } from '../crd/version-change';
import type { CustomResourceDefinition } from '../manifest/kubernetes';

/** A custom resource, or its CustomResourceDefinition as it was stored. */
export type Definable = CustomResourceDefinition | { readonly definition: CustomResourceDefinition };

/**
 * Says what changed between two states of a custom resource, and what of it breaks: objects that are stored now would be refused, lose data
 * or read differently (`breaks` has `'stored'`), or manifests and programs that worked no longer do (`'clients'`). For a check in CI,
 * against the definition of the last release.
 *
 * @param before the definition that clusters have
 * @param after the definition that would take its place
 * @example
 * const breaking = compareVersions(released, Todo).filter((change) => change.breaking);
 * if (breaking.length > 0) throw new Error(breaking.map(({ path, message }) => `${path} ${message}`).join('\n'));
 */
export function compareVersions(before: Definable, after: Definable): readonly VersionChange[] {
  return compareDefinitions(definitionOf(before), definitionOf(after));
}

/**
 * Says which fields an object loses on its way through a version that does not have them, when no webhook converts it: whoever reads such
 * an object in the one version and writes it back has deleted them.
 *
 * @example conversionLosses(Todo) // []
 */
export function conversionLosses(resource: Definable): readonly VersionChange[] {
  return lossesOf(definitionOf(resource));
}

function definitionOf(resource: Definable): CustomResourceDefinition {
  return 'definition' in resource ? resource.definition : resource;
}
