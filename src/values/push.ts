/**
 * Adds a value to the list that a map has for a key.
 *
 * @example
 * const groups = new Map<string, string[]>();
 * push(groups, 'web', 'front');
 * groups.get('web'); // ['front']
 */
export function push<Key, T>(groups: Map<Key, T[]>, key: Key, value: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}
