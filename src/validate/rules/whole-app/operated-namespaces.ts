import type { Inventory } from '../../inventory';
import { builtInSchema } from '../../schema';

/** The namespaces in which there are custom resources: their operators can make more there than the manifests of the app say. */
export function operatedNamespaces({ items }: Inventory): ReadonlySet<string | undefined> {
  const { kinds } = builtInSchema();
  // What is sound and of no known kind is custom; a kind that nobody has is an error.
  const custom = items.filter(
    ({ object, isSound }) => isSound && kinds[`${object.apiVersion}/${object.kind}`] === undefined,
  );
  return new Set(custom.map(({ key }) => key.namespace));
}
