import type { Kinds, LabelSelector, PodSpec, PodTemplateSpec } from '../../imports/kubernetes/types';
import type { ObjectKey } from '../manifest/object-key';
import { inner } from '../values/inner';
import { once } from '../values/once';
import { push } from '../values/push';
import type { AnyObject } from './any-object';
import { keyBeside } from './key-beside';
import { type Path, ROOT } from './path';
import type { Reference } from './reference';
import { matchesSelector } from './selector';

/** An object of the app. */
export interface Item<T = AnyObject> {
  readonly key: ObjectKey;
  /** As the server reads it, if its structure is right. Of another only `apiVersion`, `kind` and `metadata?.name` may be read. */
  readonly object: T;
  readonly isSound: boolean;
  /** Its place among the objects. */
  readonly index: number;
  /** That of the manifest that it is, or in which it is an item of a list. */
  readonly owner: number;
}

/** A pod template, or a Pod itself. */
export interface Pods {
  readonly item: Item;
  /** Where its `metadata` and `spec` are. */
  readonly at: Path;
  readonly template: PodTemplateSpec & { readonly spec?: PodSpec };
}

/** That an object of the app names something. */
export interface Naming {
  readonly item: Item;
  readonly reference: Reference;
  /** Of what it names. */
  readonly key: ObjectKey;
}

/**
 * All objects of an app, found in constant time by what other objects say of them.
 *
 * Guarantees: `ofKind` and `pods` give sound objects only; `find` gives every object. What concludes from absence asks
 * `selectedPods` or `selectsPods`, which answer undefined when an object that cannot be read might be among them.
 *
 * An object without a namespace goes where its applier says; it is found with `undefined` for a namespace, never with another.
 */
export interface Inventory {
  readonly items: readonly Item[];
  /** The objects of a kind: `'apps/v1/StatefulSet'`. */
  ofKind<K extends keyof Kinds>(kind: K): readonly Item<Kinds[K]>[];
  /** The first object that has this key. */
  find(key: ObjectKey): Item | undefined;
  /** Objects that have the key of an earlier one, and that one. */
  readonly duplicates: readonly { readonly item: Item; readonly first: Item }[];
  /** What sound objects name and the app does not have; and what they name a key of, whether it is there or not. */
  readonly namings: readonly Naming[];
  /** All objects of this kind in a namespace by their names, for a guess at what was meant. */
  byName(key: Omit<ObjectKey, 'name'>): ReadonlyMap<string, Item>;
  /** Every pod template, of whatever built-in kind. */
  readonly pods: readonly Pods[];
  /** The pod templates that a selector matches in a namespace; undefined when that cannot be known. An empty selector matches all. */
  selectedPods(selector: LabelSelector, namespace: string | undefined): readonly Pods[] | undefined;
  /** Whether there is any such template; undefined when that cannot be known. */
  selectsPods(selector: LabelSelector, namespace: string | undefined): boolean | undefined;
}

/** An inventory that is being made. It answers once all objects are in it. */
export interface OpenInventory extends Inventory {
  /** @param references what the object names, if it is sound */
  add(item: Item, references: readonly Reference[]): void;
}

/**
 * What each object says of itself is put into indexes when it comes, because it is in the cache of the processor then; the others are made
 * when they are first asked for. They are maps in maps, because a text made of an object's key for each question costs
 * more than the answer.
 */
export function openInventory(): OpenInventory {
  const items: Item[] = [];
  const byKey: Keys = new Map();
  const duplicates: { item: Item; first: Item }[] = [];
  const byKind = new Map<string, Map<string, Item[]>>();
  const pods: Pods[] = [];
  /** Namespaces in which there are pods that nobody knows. */
  const unreadable = new Set<string | undefined>();
  // Most objects come before those that name them, so that of most references nothing need be kept.
  const open: Naming[] = [];

  function add(item: Item, references: readonly Reference[]): void {
    items.push(item);
    const { group, kind, namespace, name } = item.key;
    const names = inner(inner(inner(byKey, kind), group), namespace);
    const first = names.get(name);
    if (first === undefined) names.set(name, item);
    else duplicates.push({ item, first });
    if (item.isSound) {
      push(inner(byKind, item.object.apiVersion), item.object.kind, item);
      const own = podsOf(item);
      if (own !== undefined) pods.push(own);
    } else if (placeOfTemplate(item) !== undefined) unreadable.add(item.key.namespace);
    for (const reference of references) {
      const naming = { item, reference, key: targetOf(item, reference) };
      if (isOpen(naming)) open.push(naming);
    }
  }

  function isOpen({ reference, key }: Naming): boolean {
    return reference.data !== undefined || find(key) === undefined;
  }

  const byName: Inventory['byName'] = ({ group, kind, namespace }) =>
    byKey.get(kind)?.get(group)?.get(namespace) ?? NO_NAMES;
  const find: Inventory['find'] = (key) => byName(key).get(key.name);
  const namings = once(() => open.filter(isOpen));
  const byNamespace = once(() => {
    const found = new Map<string | undefined, Pods[]>();
    for (const each of pods) push(found, each.item.key.namespace, each);
    return found;
  });
  // One of each label that some selector asks for. Most labels nobody selects by.
  const byLabel = new Map<string, Map<string | undefined, Map<string, Pods[]>>>();
  const selected = new Map<string | undefined, Map<string, readonly Pods[]>>();

  function podsWith(label: string, value: string, namespace: string | undefined): readonly Pods[] {
    let found = byLabel.get(label);
    if (found === undefined) {
      byLabel.set(label, (found = new Map<string | undefined, Map<string, Pods[]>>()));
      for (const each of pods) {
        const own = each.template.metadata?.labels?.[label];
        if (own !== undefined) push(inner(found, each.item.key.namespace), own, each);
      }
    }
    return found.get(namespace)?.get(value) ?? NO_PODS;
  }

  function candidates(
    { matchLabels = {}, matchExpressions = [] }: LabelSelector,
    namespace: string | undefined,
  ): readonly Pods[] {
    let shortest: readonly Pods[] | undefined;
    for (const label of Object.keys(matchLabels)) {
      shortest = shorter(shortest, podsWith(label, matchLabels[label] ?? '', namespace));
      if (shortest.length <= FEW) return shortest;
    }
    for (const { key, operator, values = [] } of matchExpressions) {
      if (operator !== 'In') continue;
      const lists = [...new Set(values)].map((value) => podsWith(key, value, namespace));
      shortest = shorter(shortest, lists.flat());
    }
    return shortest ?? byNamespace().get(namespace) ?? NO_PODS;
  }

  return {
    items,
    ofKind: <K extends keyof Kinds>(kind: K) => {
      const end = kind.lastIndexOf('/');
      const found = byKind.get(kind.slice(0, end))?.get(kind.slice(end + 1));
      // Items of this kind whose structure is right have its type.
      return (found ?? []) as unknown as readonly Item<Kinds[K]>[];
    },
    add,
    find,
    byName,
    duplicates,
    get namings() {
      return namings();
    },
    pods,
    selectedPods: (selector, namespace) => {
      if (unreadable.has(namespace)) return undefined;
      const pods = candidates(selector, namespace);
      if (pods.length <= FEW) return matching(selector, pods);
      // Many may ask for the same many.
      const known = inner(selected, namespace);
      const text = JSON.stringify(selector);
      let found = known.get(text);
      if (found === undefined) known.set(text, (found = matching(selector, pods)));
      return found;
    },
    selectsPods: (selector, namespace) => {
      if (unreadable.has(namespace)) return undefined;
      return candidates(selector, namespace).some((each) => isSelected(each, selector));
    },
  };
}

/** Items by kind, group, namespace and name. */
type Keys = Map<string, Map<string, Map<string | undefined, Map<string, Item>>>>;

function targetOf(item: Item, { target: { group, kind, place }, name }: Reference): ObjectKey {
  if (place === 'beside') return keyBeside(item, group, kind, name);
  return place === 'cluster' ? { group, kind, name } : { group, kind, namespace: place.namespace, name };
}

const NO_PODS: readonly Pods[] = [];
const NO_NAMES: ReadonlyMap<string, Item> = new Map();
const FEW = 8;

function shorter<T>(one: readonly T[] | undefined, other: readonly T[]): readonly T[] {
  return one === undefined || other.length < one.length ? other : one;
}

function matching(selector: LabelSelector, pods: readonly Pods[]): readonly Pods[] {
  return pods.filter((each) => isSelected(each, selector));
}

function isSelected({ template }: Pods, selector: LabelSelector): boolean {
  return matchesSelector(selector, template.metadata?.labels);
}

/** Where a kind that makes pods has their template. */
interface TemplatePlace {
  readonly apiVersion: string;
  readonly steps: readonly string[];
  readonly at: Path;
}

function place(apiVersion: string, ...steps: readonly string[]): TemplatePlace {
  return { apiVersion, steps, at: steps.reduce((at, step) => at.field(step), ROOT) };
}

const TEMPLATES: ReadonlyMap<string, TemplatePlace> = new Map([
  ['CronJob', place('batch/v1', 'spec', 'jobTemplate', 'spec', 'template')],
  ['DaemonSet', place('apps/v1', 'spec', 'template')],
  ['Deployment', place('apps/v1', 'spec', 'template')],
  ['Job', place('batch/v1', 'spec', 'template')],
  ['Pod', place('v1')],
  ['PodTemplate', place('v1', 'template')],
  ['ReplicaSet', place('apps/v1', 'spec', 'template')],
  ['ReplicationController', place('v1', 'spec', 'template')],
  ['StatefulSet', place('apps/v1', 'spec', 'template')],
]);

function placeOfTemplate({ object }: Item): TemplatePlace | undefined {
  const found = TEMPLATES.get(object.kind);
  return found?.apiVersion === object.apiVersion ? found : undefined;
}

function podsOf(item: Item): Pods | undefined {
  const place = placeOfTemplate(item);
  if (place === undefined) return undefined;
  let template: unknown = item.object;
  for (const step of place.steps) template = (template as Readonly<Record<string, unknown>> | undefined)?.[step];
  // The object is sound, and the table says where its template is.
  return template === undefined ? undefined : { item, at: place.at, template: template as Pods['template'] };
}
