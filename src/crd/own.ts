/**
 * What a map that came from YAML has under a key, or undefined. Without it, every map would have a `constructor`, and a `toString`.
 *
 * @example own({ a: 1 }, 'constructor') // undefined
 */
export function own<T>(map: { readonly [key: string]: T } | null | undefined, key: string): T | undefined {
  return map != null && Object.hasOwn(map, key) ? map[key] : undefined;
}
