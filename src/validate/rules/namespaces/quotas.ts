import type { Container, LimitRangeItem, ResourceQuota } from '../../../../imports/kubernetes/types';
import type { Inventory, Item } from '../../inventory';
import type { AppRule } from '../../rule';
import { eachContainer } from '../pod/each-container';
import { containerRanges } from './container-ranges';

export const quotaWithoutAmount: AppRule = {
  code: 'quota-without-amount',
  severity: 'warning',
  on: 'the whole app',
  needs: ['ResourceQuota'],
  summary: 'Where a ResourceQuota counts CPU or memory, each container says how much it has, or its pod is refused.',
  mirrors: 'pkg/quota/v1/evaluator/core/pods.go: Constraints',
  check(inventory, report) {
    const needed = neededAmounts(inventory);
    if (needed.size === 0) return;
    for (const { item, at, template } of inventory.pods) {
      const amounts = needed.get(item.key.namespace);
      const { spec } = template;
      if (amounts === undefined || spec === undefined || spec.resources !== undefined) continue;
      eachContainer(spec, ({ resources }, list, index) => {
        const missing = amounts.filter(({ kind, resource }) => !hasAmount(resources, kind, resource));
        const [first] = missing;
        if (first === undefined) return;
        const names = missing.map(({ kind, resource }) => `${kind}.${resource}`).join(' and ');
        const place = at.field('spec').field(list).item(index).field('resources');
        const message = `has no ${names}, which the ResourceQuota "${first.quota}" counts`;
        report(item, place, message, 'say how much, or add a LimitRange with defaults');
      });
    }
  },
};

type Kind = 'limits' | 'requests';

interface Amount {
  readonly quota: string;
  readonly kind: Kind;
  readonly resource: string;
}

/** What the containers of each namespace must say. */
function neededAmounts(inventory: Inventory): ReadonlyMap<string | undefined, readonly Amount[]> {
  const found = new Map<string | undefined, readonly Amount[]>();
  const ranges = containerRanges(inventory);
  for (const item of inventory.ofKind('v1/ResourceQuota')) {
    const { namespace } = item.key;
    const here = ranges.get(namespace) ?? [];
    const amounts = amountsOf(item).filter((amount) => !here.some(({ limit }) => hasDefault(limit, amount)));
    if (amounts.length > 0) found.set(namespace, [...(found.get(namespace) ?? []), ...amounts]);
  }
  return found;
}

function amountsOf({ object: { spec }, key }: Item<ResourceQuota>): readonly Amount[] {
  // With scopes it is for some of the pods only.
  if (spec?.scopes !== undefined || spec?.scopeSelector !== undefined) return [];
  return Object.keys(spec?.hard ?? {}).flatMap((name) => {
    const [, kind = 'requests', resource] = /^(?:(limits|requests)\.)?(cpu|memory)$/.exec(name) ?? [];
    return resource === undefined ? [] : [{ quota: key.name, kind: kind as Kind, resource }]; // By the pattern.
  });
}

/** Whether a LimitRange fills an amount in. */
function hasDefault(limit: LimitRangeItem, { kind, resource }: Amount): boolean {
  // The most there may be is the default of limits; that is the one of requests, or the least there may be is.
  if ((limit.default?.[resource] ?? limit.max?.[resource]) !== undefined) return true;
  return kind === 'requests' && (limit.defaultRequest?.[resource] ?? limit.min?.[resource]) !== undefined;
}

function hasAmount(resources: Container['resources'], kind: Kind, resource: string): boolean {
  // A limit is a request, too.
  return (
    resources?.limits?.[resource] !== undefined ||
    (kind === 'requests' && resources?.requests?.[resource] !== undefined)
  );
}
