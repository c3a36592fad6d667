/**
 * The names, keys and indexes in a path, such as an issue or a the problem of a prop has.
 *
 * @example stepsIn('spec.items[0]["a.b"]') // ['spec', 'items', 0, 'a.b']
 */
export function stepsIn(path: string): readonly (string | number)[] {
  return Array.from(path.matchAll(STEP), ([, name, index, key]) => {
    if (index !== undefined) return Number(index);
    return name ?? (JSON.parse(key ?? '""') as string);
  });
}

const STEP = /([^.[\]]+)|\[(\d+)\]|\[("(?:[^"\\]|\\.)*")\]/g;
