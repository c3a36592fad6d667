import type { HorizontalPodAutoscaler, HorizontalPodAutoscalerV1 } from '../../../../imports/kubernetes/types';
import type { Inventory, Item } from '../../inventory';
import { keyBeside } from '../../key-beside';

/** How many pods a workload keeps up, if its manifest says so: a Deployment without `replicas` has one. */
export function replicasOf({ object }: Item): number | undefined {
  if (!SCALED.has(object.kind)) return undefined;
  // The kinds of SCALED have it, and the structure is right.
  const { spec } = object as { readonly spec?: { readonly replicas?: number } };
  return spec?.replicas ?? 1;
}

const SCALED = new Set(['Deployment', 'ReplicaSet', 'StatefulSet']);

const AUTOSCALERS = ['autoscaling/v1/HorizontalPodAutoscaler', 'autoscaling/v2/HorizontalPodAutoscaler'] as const;

/** What rules about autoscalers need. */
export const AUTOSCALER_DEFINITIONS = ['HorizontalPodAutoscaler', 'HorizontalPodAutoscalerV1'] as const;

/** All autoscalers of the app, of both versions. */
export function autoscalers(
  inventory: Inventory,
): readonly Item<HorizontalPodAutoscaler | HorizontalPodAutoscalerV1>[] {
  return AUTOSCALERS.flatMap((kind) => inventory.ofKind(kind));
}

/** The workloads of the app that an autoscaler scales, and which. */
export function autoscaled(inventory: Inventory): ReadonlyMap<Item, Item> {
  const found = new Map<Item, Item>();
  for (const item of autoscalers(inventory)) {
    const target = item.object.spec?.scaleTargetRef;
    if (target?.apiVersion !== 'apps/v1') continue;
    const scaled = inventory.find(keyBeside(item, 'apps', target.kind, target.name));
    if (scaled?.isSound) found.set(scaled, item);
  }
  return found;
}
