import type { Fields } from '../values/fields';

/** By what the server tells the items of a list apart. */
export interface ListKeys {
  /** The fields; without any, the whole item. */
  readonly keys: readonly string[];
  /** Of an item. One that lacks such a key is wrong already. */
  readonly required: readonly string[];
}

/** An item that is the same as an earlier one, and that one. */
export interface Duplicate {
  readonly index: number;
  readonly first: number;
}

/** The items of a list that an earlier one has the keys of. */
export function duplicatesIn(items: readonly unknown[], { keys, required }: ListKeys): readonly Duplicate[] {
  if (areToldApart(items, keys)) return NONE;
  const seen = new Map<unknown, number>();
  return items.flatMap((item, index) => {
    const key = keyOf(item, keys, required);
    const first = seen.get(key);
    if (key !== undefined && first === undefined) seen.set(key, index);
    return first === undefined ? [] : [{ index, first }];
  });
}

const NONE: readonly Duplicate[] = [];
const FEW = 8;

/** Whether items differ in the first of their keys, which of a few costs less to see than to make a key of each. */
function areToldApart(items: readonly unknown[], [first]: readonly string[]): boolean {
  if (items.length < 2) return true;
  if (first === undefined || items.length > FEW) return false;
  for (let at = 1; at < items.length; at++) {
    const value = valueOf(items[at], first);
    for (let before = 0; before < at; before++) if (valueOf(items[before], first) === value) return false;
  }
  return true;
}

/** As in {@link keyOf}, a key that is missing is empty. */
function valueOf(item: unknown, key: string): unknown {
  return (item as Fields | null | undefined)?.[key] ?? '';
}

/** What items are told apart by; undefined for one that lacks what is required, which was said already. */
function keyOf(item: unknown, keys: readonly string[], required: readonly string[]): unknown {
  const [only] = keys;
  if (only === undefined) return typeof item === 'object' ? JSON.stringify(item, withBigints) : item;
  if (typeof item !== 'object' || item === null) return undefined;
  if (keys.length === 1) return (item as Fields)[only] ?? (required.includes(only) ? undefined : '');
  const values = keys.map((key) => {
    const value = (item as Fields)[key] ?? '';
    return key === 'protocol' && value === '' ? 'TCP' : value;
  });
  return JSON.stringify(values, withBigints);
}

/** A bigint is no JSON; it stands in what is no number of anything. */
function withBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}
