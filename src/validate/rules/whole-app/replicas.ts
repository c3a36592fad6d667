import type { Inventory, Item } from '../../inventory';

/** How many pods a workload keeps up, if its manifest says so: a Deployment without `replicas` has one. */
export function replicasOf({ object }: Item): number | undefined {
  if (!SCALED.has(object.kind)) return undefined;
  // The kinds of SCALED have it, and the structure is right.
  const { spec } = object as { readonly spec?: { readonly replicas?: number } };
  return spec?.replicas ?? 1;
}

const SCALED = new Set(['Deployment', 'ReplicaSet', 'StatefulSet']);

/** The workloads of the app that an autoscaler scales, and which. */
export function autoscaled(inventory: Inventory): ReadonlyMap<Item, Item> {
  const found = new Map<Item, Item>();
  for (const version of ['autoscaling/v1', 'autoscaling/v2'] as const) {
    for (const item of inventory.ofKind(`${version}/HorizontalPodAutoscaler`)) {
      const target = item.object.spec?.scaleTargetRef;
      if (target?.apiVersion !== 'apps/v1') continue;
      const { namespace } = item.key;
      const key = { group: 'apps', kind: target.kind, name: target.name };
      const scaled = inventory.find(namespace === undefined ? key : { ...key, namespace });
      if (scaled?.isSound) found.set(scaled, item);
    }
  }
  return found;
}
