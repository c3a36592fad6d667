import type { CustomResourceDefinition, JSONSchemaProps } from '../../../manifest/kubernetes';
import type { Inventory, Item } from '../../inventory';

/** What a definition says of the objects of one of its versions. */
export interface Described {
  readonly schema: JSONSchemaProps;
  /** The server drops the `status` of an object that is created. */
  readonly dropsStatus: boolean;
}

/** Each object of a definition that is among the manifests, or that the caller gave. */
export function* customObjects(
  inventory: Inventory,
  given: readonly CustomResourceDefinition[],
): Generator<readonly [Item, Described]> {
  const own = inventory.ofKind('apiextensions.k8s.io/v1/CustomResourceDefinition').map(({ object }) => object);
  const described = new Map([...given, ...own].flatMap(versionsOf));
  if (described.size === 0) return;
  for (const item of inventory.items) {
    const found = described.get(`${item.object.apiVersion}/${item.object.kind}`);
    if (found !== undefined) yield [item, found];
  }
}

/** The schema of each version, by what its objects have as apiVersion and kind. */
function versionsOf({ spec }: CustomResourceDefinition): readonly (readonly [string, Described])[] {
  return spec.versions.flatMap(({ name, schema, subresources }) => {
    const root = schema?.openAPIV3Schema;
    if (!root) return [];
    return [
      [`${spec.group}/${name}/${spec.names.kind}`, { schema: root, dropsStatus: !!subresources?.status }] as const,
    ];
  });
}
