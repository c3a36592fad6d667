/**
 * The keys and indexes in a path of {@link ValueProblem}, as zod wants them.
 *
 * @example keysOf('spec.items[0]["a.b"]') // ['spec', 'items', 0, 'a.b']
 */
export function keysOf(path: string): readonly PropertyKey[] {
  return Array.from(path.matchAll(/\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]|([^.[\]]+)/g), ([, index, quoted, name = '']) => {
    if (index !== undefined) return Number(index);
    return quoted === undefined ? name : (JSON.parse(quoted) as string);
  });
}
