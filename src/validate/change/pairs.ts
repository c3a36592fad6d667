import { showKey } from '../../manifest/object-key';
import type { Item } from '../inventory';

/** What becomes of objects. */
export interface Pairs {
  /** What is there before and after. */
  readonly kept: readonly (readonly [before: Item, after: Item])[];
  readonly gone: readonly Item[];
  readonly added: readonly Item[];
}

/**
 * Finds what is there before and after: by its key, and where one side leaves the namespace to whoever applies it, by being the only one
 * of its kind and name. Of those that have one key the first counts, as for `validate`, which says that there are more.
 */
export function pairUp(before: readonly Item[], after: readonly Item[]): Pairs {
  const [old, now] = [before, after].map((items) => byKey(items.filter(isUpdated))) as [Items, Items]; // Two for two.
  const [onlyOld, onlyNow] = [onlyOnes(old), onlyOnes(now)];
  const kept: (readonly [Item, Item])[] = [];
  for (const [key, item] of now) {
    const was = old.get(key) ?? withoutNamespace(item, onlyOld, onlyNow);
    if (was !== undefined) kept.push([was, item]);
  }
  const paired = new Set(kept.flat());
  const rest = (items: Items): readonly Item[] => [...items.values()].filter((item) => !paired.has(item));
  return { kept, gone: rest(old), added: rest(now) };
}

type Items = ReadonlyMap<string, Item>;

/** Whether it is applied again and again. What has a new name each time, and what a hook of helm or Argo CD is, is made anew. */
function isUpdated({ object: { metadata }, isSound }: Item): boolean {
  if (!isSound) return true;
  if (metadata?.name === undefined && metadata?.generateName !== undefined) return false;
  return !HOOKS.some((hook) => metadata?.annotations?.[hook] !== undefined);
}

const HOOKS = ['argocd.argoproj.io/hook', 'helm.sh/hook'];

function byKey(items: readonly Item[]): Items {
  const found = new Map<string, Item>();
  for (const item of items) {
    const key = showKey(item.key);
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

/** Those that no other has the kind and name of, in whatever namespace. */
function onlyOnes(items: Items): Items {
  const found = new Map<string, Item | undefined>();
  for (const item of items.values()) {
    const name = nameOf(item);
    found.set(name, found.has(name) ? undefined : item);
  }
  return new Map([...found].flatMap(([name, item]) => (item === undefined ? [] : [[name, item] as const])));
}

function withoutNamespace(item: Item, onlyOld: Items, onlyNow: Items): Item | undefined {
  const name = nameOf(item);
  const was = onlyOld.get(name);
  const isOpen = item.key.namespace === undefined || was?.key.namespace === undefined;
  return isOpen && onlyNow.get(name) === item ? was : undefined;
}

function nameOf({ key: { group, kind, name } }: Item): string {
  return showKey({ group, kind, name });
}
