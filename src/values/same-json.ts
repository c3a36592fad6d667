/**
 * Whether two JSON values are equal, in whatever order their keys are. Without recursion: schemas may be deeper than the stack of
 * JavaScript.
 *
 * @param isLeftOut which values of a field are as good as none; null is, unless it says otherwise
 * @example sameJson({ a: 1, b: null }, { a: 1 }) // true
 */
export function sameJson(one: unknown, other: unknown, isLeftOut: IsLeftOut = (_, value) => value === null): boolean {
  // Most values are scalars.
  if (!isObject(one) || !isObject(other)) return one === other;
  const pairs: [unknown, unknown][] = [[one, other]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [left, right] = pair;
    if (left === right) continue;
    if (!isObject(left) || !isObject(right) || lengthOf(left) !== lengthOf(right)) return false;
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      pairs.push([given(left, key, isLeftOut), given(right, key, isLeftOut)]);
    }
  }
  return true;
}

/** Whether they are equal to the last null. */
export function equalJson(one: unknown, other: unknown): boolean {
  return sameJson(one, other, () => false);
}

type IsLeftOut = (field: string, value: unknown) => boolean;

/** Of a list: nothing in it is left out. */
function lengthOf(value: object): number | undefined {
  return Array.isArray(value) ? value.length : undefined;
}

function given(object: Readonly<Record<string, unknown>>, key: string, isLeftOut: IsLeftOut): unknown {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isLeftOut(key, value) ? undefined : value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
