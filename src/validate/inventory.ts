import type { Kinds, LabelSelector, PodSpec, PodTemplateSpec } from '../../imports/kubernetes/types';
import { type ObjectKey, showKey } from '../manifest/object-key';
import type { AnyObject } from './any-object';
import { type Path, ROOT } from './path';
import { labelPairs, matchesSelector } from './selector';

/** An object of the app. */
export interface Item<T = AnyObject> {
  readonly key: ObjectKey;
  /** As the server reads it, if its structure is right. Of another only `apiVersion`, `kind` and `metadata?.name` may be read. */
  readonly object: T;
  readonly isSound: boolean;
  /** Its place among the manifests. */
  readonly index: number;
}

/** A pod template, or a Pod itself. */
export interface Pods {
  readonly item: Item;
  /** Where its `metadata` and `spec` are. */
  readonly at: Path;
  readonly template: PodTemplateSpec & { readonly spec?: PodSpec };
}

/**
 * All objects of an app, found in constant time by what other objects say of them.
 *
 * Guarantees: `ofKind` and `pods` give sound objects only; `find` gives every object. What concludes from absence asks
 * `selectedPods`, which answers undefined when an object that cannot be read might be among them.
 *
 * An object without a namespace goes where its applier says; it is found with `undefined` for a namespace, never with another.
 */
export interface Inventory {
  readonly items: readonly Item[];
  /** The objects of a kind: `'apps/v1/StatefulSet'`. */
  ofKind<K extends keyof Kinds>(kind: K): readonly Item<Kinds[K]>[];
  find(key: ObjectKey): Item | undefined;
  /** The names of all objects of this kind in a namespace, for a guess at what was meant. */
  namesOf(key: Omit<ObjectKey, 'name'>): readonly string[];
  /** Every pod template, of whatever built-in kind. */
  readonly pods: readonly Pods[];
  /** The pod templates that a selector matches in a namespace; undefined when that cannot be known. An empty selector matches all. */
  selectedPods(selector: LabelSelector, namespace: string | undefined): readonly Pods[] | undefined;
}

/** Indexes are made when they are first asked for. */
export function inventoryOf(items: readonly Item[]): Inventory {
  const byKind = once(() => groupBy(items, ({ object }) => `${object.apiVersion}/${object.kind}`));
  const byKey = once(() => new Map(items.map((item) => [showKey(item.key), item])));
  const names = once(() => groupBy(items, ({ key }) => showKey({ ...key, name: '' })));
  const pods = once(() => items.flatMap((item) => (item.isSound ? podsOf(item) : [])));
  const unreadable = once(
    () => new Set(items.flatMap((item) => (!item.isSound && templatePath(item) ? [item.key.namespace] : []))),
  );
  const byNamespace = once(() => groupBy(pods(), ({ item }) => item.key.namespace));
  const byLabel = once(() => {
    const found = new Map<string, Pods[]>();
    for (const each of pods()) {
      const { namespace } = each.item.key;
      for (const pair of labelPairs(each.template.metadata?.labels)) push(found, labelKey(namespace, pair), each);
    }
    return found;
  });

  function candidates(selector: LabelSelector, namespace: string | undefined): readonly Pods[] {
    const lists = labelPairs(selector.matchLabels).map((pair) => byLabel().get(labelKey(namespace, pair)) ?? []);
    if (lists.length === 0) return byNamespace().get(namespace) ?? [];
    return lists.reduce((shortest, list) => (list.length < shortest.length ? list : shortest));
  }

  return {
    items,
    ofKind: <K extends keyof Kinds>(kind: K) =>
      // Items of this kind whose structure is right have its type.
      (byKind().get(kind) ?? []).filter(({ isSound }) => isSound) as unknown as readonly Item<Kinds[K]>[],
    find: (key) => byKey().get(showKey(key)),
    namesOf: (key) => (names().get(showKey({ ...key, name: '' })) ?? []).map((item) => item.key.name),
    get pods() {
      return pods();
    },
    selectedPods: (selector, namespace) => {
      if (unreadable().has(namespace)) return undefined;
      return candidates(selector, namespace).filter(({ template }) =>
        matchesSelector(selector, template.metadata?.labels),
      );
    },
  };
}

/** Where the kinds that make pods have their template. */
const TEMPLATES: Readonly<Record<string, readonly string[]>> = {
  'v1/Pod': [],
  'v1/PodTemplate': ['template'],
  'v1/ReplicationController': ['spec', 'template'],
  'apps/v1/DaemonSet': ['spec', 'template'],
  'apps/v1/Deployment': ['spec', 'template'],
  'apps/v1/ReplicaSet': ['spec', 'template'],
  'apps/v1/StatefulSet': ['spec', 'template'],
  'batch/v1/CronJob': ['spec', 'jobTemplate', 'spec', 'template'],
  'batch/v1/Job': ['spec', 'template'],
};

function templatePath({ object }: Item): readonly string[] | undefined {
  return TEMPLATES[`${object.apiVersion}/${object.kind}`];
}

function podsOf(item: Item): readonly Pods[] {
  let at = ROOT;
  let template: unknown = item.object;
  for (const field of templatePath(item) ?? ['']) {
    at = at.field(field);
    template = (template as Readonly<Record<string, unknown>> | undefined)?.[field];
  }
  // The object is sound, and the table says where its template is.
  return template === undefined ? [] : [{ item, at, template: template as PodTemplateSpec }];
}

function labelKey(namespace: string | undefined, pair: string): string {
  return `${namespace ?? ''}/${pair}`;
}

function groupBy<T, Key>(values: readonly T[], keyOf: (value: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const value of values) push(groups, keyOf(value), value);
  return groups;
}

function push<Key, T>(groups: Map<Key, T[]>, key: Key, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
