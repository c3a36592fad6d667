import type { CustomResourceDefinition } from '../manifest/kubernetes';
import { type DefinitionVersion, schemaOf } from './compare-version';
import { compareSchemas } from './compare-schemas';
import { change, type ChangeCode, inOrder, type VersionChange } from './version-change';

/**
 * What objects lose because the versions of a definition differ and nothing converts between them: with `conversion.strategy: None`, the
 * server changes only `apiVersion`. Empty when a webhook converts, or when nothing is lost.
 *
 * What is written through a served version is stored without the fields that the storage version has not. What is written through a
 * version that lacks a field of the storage version takes that field away, even if all that was written is a label.
 *
 * @example conversionLosses(released) // []
 */
export function conversionLosses({ spec }: CustomResourceDefinition): readonly VersionChange[] {
  const stored = spec.versions.find(({ storage }) => storage);
  if (!stored || spec.conversion?.strategy === 'Webhook') return [];
  const others = spec.versions.filter((version) => version.served && version !== stored);
  return inOrder(
    others.flatMap((version) => [
      ...losses(version, stored, `what is written there through ${version.name} is not stored`),
      ...losses(stored, version, `what is written through ${version.name} takes it away`),
    ]),
  );
}

/** What objects lose when another version becomes the storage version and nothing converts them. */
export function storageLosses(before: DefinitionVersion, after: DefinitionVersion): readonly VersionChange[] {
  return losses(before, after, 'objects lose it when they are next written');
}

function losses(from: DefinitionVersion, to: DefinitionVersion, consequence: string): readonly VersionChange[] {
  return compareSchemas(from.name, schemaOf(from), schemaOf(to)).flatMap(({ code, path }) => {
    const fact = FACTS[code];
    if (fact === undefined) return [];
    const effect = code === 'type-changed' ? 'what fits one of them is wrong in the other' : consequence;
    const wayOut = 'make them alike, or convert with a webhook';
    return [change('lost-in-conversion', path, `${fact} in ${to.name}: ${effect}; ${wayOut}`)];
  });
}

/** The differences for which the server drops values, or hands out wrong ones. */
const FACTS: { readonly [Code in ChangeCode]?: string } = {
  'field-removed': 'is not',
  'map-removed': 'takes any key, but not',
  'unknown-fields-dropped': 'keeps unknown fields, but not',
  'type-changed': 'has another type',
};
