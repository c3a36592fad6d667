import type { Inventory, Item } from '../../inventory';
import { builtInSchema } from '../../schema';

/** The namespaces in which there are custom resources: their operators can make more there than the manifests of the app say. */
export function operatedNamespaces(inventory: Inventory): ReadonlySet<string | undefined> {
  return new Set(customItems(inventory).map(({ key }) => key.namespace));
}

/** All texts in custom resources: the names of what their operators make are among them. */
export function namesInCustomResources(inventory: Inventory): ReadonlySet<string> {
  // A set is walked to what is added meanwhile; what is part of itself is in it once.
  const parts = new Set<unknown>(customItems(inventory).map(({ object }) => object));
  for (const part of parts) {
    if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) parts.add(inner);
  }
  return new Set([...parts].filter((part) => typeof part === 'string'));
}

/** What is sound and of no known kind is custom; a kind that nobody has is an error. */
function customItems({ items }: Inventory): readonly Item[] {
  const { kinds } = builtInSchema();
  return items.filter(({ object, isSound }) => isSound && kinds[`${object.apiVersion}/${object.kind}`] === undefined);
}
