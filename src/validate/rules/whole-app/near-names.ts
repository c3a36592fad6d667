import type { ObjectKey } from '../../../manifest/object-key';
import type { Inventory } from '../../inventory';

/**
 * Finds the object of the app that a key was most likely meant for: one of the same kind and place whose name is one slip away.
 * What each cluster has is never meant for another.
 */
export function nearObjects(inventory: Inventory): (key: ObjectKey) => string | undefined {
  const finders = new Map<ReadonlyMap<string, unknown>, ReturnType<typeof nearNames>>();
  return (key) => {
    const items = inventory.byName(key);
    if (items.size === 0 || isBuiltIn(key)) return undefined;
    const find = finders.get(items) ?? nearNames([...items.keys()]);
    finders.set(items, find);
    return find(key.name);
  };
}

/** Whether each cluster has it. */
export function isBuiltIn({ kind, name }: ObjectKey): boolean {
  if (kind === 'ServiceAccount') return name === 'default';
  if (kind === 'ConfigMap') return name === 'kube-root-ca.crt';
  if (kind === 'PriorityClass') return name.startsWith('system-');
  if (kind === 'Role') return name.startsWith('system:') || name === 'extension-apiserver-authentication-reader';
  return kind === 'ClusterRole' && (name.startsWith('system:') || CLUSTER_ROLES.has(name));
}

const CLUSTER_ROLES = new Set(['admin', 'cluster-admin', 'edit', 'view']);

/**
 * Finds the name that is one slip away from another: a letter missing, added, wrong, or moved. It costs the same however many names
 * there are. Names that differ in their digits only, or in a word of one or two letters, are a series (`redis-0` and `redis-1`, `team-a`
 * and `team-b`, `cache-eu1` and `cache-us1`), and no slip; short ones say too little.
 */
function nearNames(names: readonly string[]): (name: string) => string | undefined {
  const byVariant = new Map<string, string>();
  for (const name of names) {
    if (!isComparable(name)) continue;
    for (const variant of variantsOf(name)) byVariant.set(variant, name);
  }
  return (name) => {
    if (!isComparable(name)) return undefined;
    for (const variant of variantsOf(name)) {
      const found = byVariant.get(variant);
      if (found !== undefined && seriesOf(found) !== seriesOf(name)) return found;
    }
    return undefined;
  };
}

/** No object has a longer name. */
const LONGEST = 253;
const SHORTEST = 4;

function isComparable(name: string): boolean {
  return name.length >= SHORTEST && name.length <= LONGEST;
}

/** The name, and what is left of it without each of its letters: two names with a slip between them have one of these in common. */
function variantsOf(name: string): readonly string[] {
  return [name, ...Array.from(name, (_, index) => name.slice(0, index) + name.slice(index + 1))];
}

/** What the names of a series have in common: all but their digits and their shortest words. */
function seriesOf(name: string): string {
  return name.replace(/\d+/g, '').replace(/(^|[-.])[a-z]{1,2}(?=[-.]|$)/g, '$1');
}
