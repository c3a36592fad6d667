import { equalJson } from '../../values/same-json';
import { type CelMap, fail, isKind, keyOf, type List, sound, type Value } from './value';

/** `==`: numbers compare by what they are worth, values of different types are not equal. */
export function equal(left: Value, right: Value): boolean {
  const [a, b] = [sound(left), sound(right)];
  const [x, y] = [number(a), number(b)];
  // Loosely, because an int and a double are a bigint and a number here.
  if (x !== undefined || y !== undefined) return x !== undefined && y !== undefined && x == y;
  if (a === b) return true;
  if (a instanceof Uint8Array) return b instanceof Uint8Array && compareBytes(a, b) === 0;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || b instanceof Uint8Array)
    return false;
  if (isKind(a, 'list')) return isKind(b, 'list') && equalLists(a, b);
  if (isKind(a, 'map')) return isKind(b, 'map') && equalMaps(a, b);
  if (isKind(a, 'timestamp')) return isKind(b, 'timestamp') && a.nanos === b.nanos;
  if (isKind(a, 'duration')) return isKind(b, 'duration') && a.nanos === b.nanos;
  if (isKind(a, 'type')) return isKind(b, 'type') && a.name === b.name;
  if (isKind(a, 'hidden')) return isKind(b, 'hidden') && equalJson(a.json, b.json);
  if (isKind(a, 'opaque')) {
    if (!isKind(b, 'opaque') || b.isComputed === true) return fail('no such overload: ==');
    return a.type === b.type && a.identity === b.identity;
  }
  if (!isKind(a, 'optional') || !isKind(b, 'optional')) return false;
  return a.value === undefined || b.value === undefined ? a.value === b.value : equal(a.value, b.value);
}

function number(value: Value): bigint | number | undefined {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return isKind(value, 'uint') ? value.value : undefined;
}

function equalLists(a: List, b: List): boolean {
  if (a.items.length !== b.items.length) return false;
  if (a.unique === undefined) return a.items.every((item, index) => equal(item, b.items[index] ?? null));
  // A list of a schema decides by its own rule when it stands on the left.
  if (a.unique === 'set') return b.items.every((item) => a.items.some((own) => equal(own, item)));
  const { unique } = a;
  const own = new Map(a.items.map((item) => [listKey(item, unique), item]));
  return b.items.every((item) => {
    const same = own.get(listKey(item, unique));
    return same !== undefined && equal(same, item);
  });
}

function equalMaps(a: CelMap, b: CelMap): boolean {
  if (sizeOf(a) !== sizeOf(b)) return false;
  const isEqual = [...a.entries].every(([key, [, value]]) => {
    const other = b.entries.get(key);
    return other !== undefined && equal(value, other[1]);
  });
  return isEqual && equalUnseen(a, b);
}

function sizeOf({ entries, unseen }: CelMap): number {
  return entries.size + (unseen?.size ?? 0);
}

/** As the API server compares them: a field that the other object does not have is passed over. */
function equalUnseen({ unseen = NO_FIELDS }: CelMap, other: CelMap): boolean {
  const others = other.unseen ?? NO_FIELDS;
  return [...unseen].every(([key, value]) => {
    if (other.entries.has(key)) return false;
    return !others.has(key) || equalJson(value, others.get(key));
  });
}

const NO_FIELDS: ReadonlyMap<string, unknown> = new Map();

/** `+` of lists: a set takes what is new, a list with keys also replaces what has the same keys. */
export function concat(a: List, b: List): List {
  const { unique } = a;
  if (unique === undefined) return { kind: 'list', items: [...a.items, ...b.items] };
  const items = [...a.items];
  for (const item of b.items) {
    const index = items.findIndex((own) =>
      unique === 'set' ? equal(own, item) : listKey(own, unique) === listKey(item, unique),
    );
    if (index < 0) items.push(item);
    else if (unique !== 'set') items[index] = item;
  }
  return { kind: 'list', items, unique };
}

function listKey(item: Value, keys: readonly string[]): string {
  if (!isKind(item, 'map')) return '';
  return JSON.stringify(
    keys.map((key) => {
      const value = item.entries.get(keyOf(key))?.[1] ?? null;
      return value === null ? null : keyOf(value);
    }),
  );
}

/** The order of two values of a type that has one; undefined where there is none, as with a NaN. */
export function compare(a: Value, b: Value): -1 | 0 | 1 | undefined {
  const [x, y] = [number(a), number(b)];
  if (x !== undefined && y !== undefined) return x < y ? -1 : x > y ? 1 : x == y ? 0 : undefined;
  if (typeof a === 'string' && typeof b === 'string') return compareBytes(Buffer.from(a), Buffer.from(b));
  if (typeof a === 'boolean' && typeof b === 'boolean') return sign(Number(a) - Number(b));
  if (a instanceof Uint8Array && b instanceof Uint8Array) return compareBytes(a, b);
  const isTime = (isKind(a, 'timestamp') && isKind(b, 'timestamp')) || (isKind(a, 'duration') && isKind(b, 'duration'));
  return isTime ? (a.nanos < b.nanos ? -1 : a.nanos > b.nanos ? 1 : 0) : undefined;
}

function compareBytes(a: Uint8Array, b: Uint8Array): -1 | 0 | 1 {
  const at = a.findIndex((byte, index) => byte !== b[index]);
  if (at < 0) return a.length < b.length ? -1 : 0;
  return at >= b.length ? 1 : sign((a[at] ?? 0) - (b[at] ?? 0));
}

function sign(difference: number): -1 | 0 | 1 {
  return difference < 0 ? -1 : difference > 0 ? 1 : 0;
}
