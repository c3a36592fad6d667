import type { LimitRangeItem } from '../../../../imports/kubernetes/types';
import type { Inventory } from '../../inventory';

/** What a LimitRange says of containers. */
export interface Range {
  /** The name of the LimitRange. */
  readonly owner: string;
  readonly limit: LimitRangeItem;
}

/** What LimitRanges say of the containers of each namespace. */
export function containerRanges(inventory: Inventory): ReadonlyMap<string | undefined, readonly Range[]> {
  const found = new Map<string | undefined, Range[]>();
  for (const { key, object } of inventory.ofKind('v1/LimitRange')) {
    const here = found.get(key.namespace) ?? [];
    found.set(key.namespace, here);
    for (const limit of object.spec?.limits ?? []) {
      if (limit.type === 'Container') here.push({ owner: key.name, limit });
    }
  }
  return found;
}
