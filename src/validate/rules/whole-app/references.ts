import type { ObjectKey } from '../../../manifest/object-key';
import type { Inventory, Item } from '../../inventory';
import type { Reference } from '../../reference';
import { keyBeside } from './key-beside';

/** What an object of the app names. */
interface FoundReference {
  readonly reference: Reference;
  readonly item: Item;
  /** Of what it names. */
  readonly key: ObjectKey;
}

/** Several rules ask about the references of an app. */
const known = new WeakMap<Inventory, readonly FoundReference[]>();

/** Visits the references between objects that can be in one app: those to what is not there, and those to a key of what is. */
export function eachReference(inventory: Inventory, visit: (reference: FoundReference) => void): void {
  let references = known.get(inventory);
  if (references === undefined) known.set(inventory, (references = worthALook(inventory)));
  references.forEach(visit);
}

function worthALook(inventory: Inventory): readonly FoundReference[] {
  const found: FoundReference[] = [];
  for (const item of inventory.items) {
    for (const reference of item.references) {
      const key = keyOf(reference, item);
      if (reference.data !== undefined || inventory.find(key) === undefined) found.push({ reference, item, key });
    }
  }
  return found;
}

function keyOf({ target: { group, kind, place }, name }: Reference, item: Item): ObjectKey {
  if (place === 'beside') return keyBeside(item, group, kind, name);
  return place === 'cluster' ? { group, kind, name } : { group, kind, namespace: place.namespace, name };
}
