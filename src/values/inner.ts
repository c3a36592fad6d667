/**
 * The map that a map has for a key. It is made if there is none.
 *
 * @example
 * const ages = new Map<string, Map<string, number>>();
 * inner(ages, 'shop').set('orders', 3);
 * ages.get('shop')?.get('orders'); // 3
 */
export function inner<Key, InnerKey, T>(maps: Map<Key, Map<InnerKey, T>>, key: Key): Map<InnerKey, T> {
  let map = maps.get(key);
  if (map === undefined) maps.set(key, (map = new Map<InnerKey, T>()));
  return map;
}
