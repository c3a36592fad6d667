import type { Def, Place } from './context';

/** How many characters or items there must be at least and may be at most. */
export interface Lengths {
  readonly min: number | undefined;
  readonly max: number | undefined;
}

/** The tightest of the lengths that the checks ask for. Checks of something else go to `other`. */
export function lengthsOf(checks: readonly Def[], place: Place, other: (check: Def) => void): Lengths {
  let min: number | undefined;
  let max: number | undefined;
  for (const check of checks) {
    const least = check[AT_LEAST[check.check ?? ''] ?? ''];
    const most = check[AT_MOST[check.check ?? ''] ?? ''];
    if (least === undefined && most === undefined) other(check);
    else if (!isLength(least ?? most)) {
      place.refuse(`has a length of ${String(least ?? most)}, which a CRD cannot say: give a whole number from 0`);
    }
    if (isLength(least)) min = Math.max(min ?? 0, least);
    if (isLength(most)) max = Math.min(max ?? Infinity, most);
  }
  return { min, max };
}

/** Whether a CRD and JavaScript mean the same by it. */
export function isLength(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

const AT_LEAST: Readonly<Record<string, string>> = { min_length: 'minimum', length_equals: 'length' };
const AT_MOST: Readonly<Record<string, string>> = { max_length: 'maximum', length_equals: 'length' };
