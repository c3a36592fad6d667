import { compare, equal } from '../equal';
import type { FunctionTable } from '../signature';
import { duration, fail, int, list, type List, NONE, some, uint, type Uint, type Value, type Duration } from '../value';
import { ORDERED } from './operators';

function isSorted({ items }: List): boolean {
  return items.every((item, index) => index === 0 || compare(items[index - 1] ?? null, item) !== 1);
}

/** The one that all others are not `worse` than, the first of those. */
function best({ items }: List, worse: -1 | 1, name: string): Value {
  const [first, ...rest] = items;
  if (first === undefined) return fail(`${name} called on empty list`);
  return rest.reduce((found, item) => (compare(found, item) === worse ? item : found), first);
}

// A static type decides, and not the items: an empty list has a sum too.
const SUMS: FunctionTable = {
  '<list(int)>.sum(): int': ({ items }: List) =>
    (items as readonly bigint[]).reduce((sum, item) => int(sum + item), 0n),
  '<list(uint)>.sum(): uint': ({ items }: List) =>
    uint((items as readonly Uint[]).reduce((sum, { value }) => sum + value, 0n)),
  '<list(double)>.sum(): double': ({ items }: List) =>
    (items as readonly number[]).reduce((sum, item) => sum + item, 0),
  '<list(duration)>.sum(): duration': ({ items }: List) =>
    (items as readonly Duration[]).reduce((sum, { nanos }) => duration(sum.nanos + nanos), duration(0n)),
};

const ordered = (name: string, result: (type: string) => string, run: (items: List) => Value): FunctionTable =>
  Object.fromEntries(ORDERED.map((type) => [`<list(${type})>.${name}(): ${result(type)}`, run]));

function sort({ items }: List): List {
  return list([...items].sort((a, b) => compare(a, b) ?? fail('list elements must have the same type')));
}

function slice({ items }: List, start: bigint, end: bigint): List {
  if (start < 0n || start > end || end > BigInt(items.length)) return fail(`cannot slice(${start}, ${end})`);
  return list(items.slice(Number(start), Number(end)));
}

function flatten(items: readonly Value[], depth: bigint): readonly Value[] {
  if (depth < 0n) return fail('level must be non-negative');
  return items.flatMap((item) => (depth > 0n && isList(item) ? flatten(item.items, depth - 1n) : [item]));
}

function isList(value: Value): value is List {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'list';
}

function distinct({ items }: List): List {
  const found: Value[] = [];
  for (const item of items) if (!found.some((other) => equal(item, other))) found.push(item);
  return list(found);
}

// More would not be paid for by the cost limit of the API server.
const LONGEST_RANGE = 1_000_000n;

function range(count: bigint): List {
  if (count > LONGEST_RANGE) return fail('operation cancelled: actual cost limit exceeded');
  return list(Array.from({ length: Math.max(0, Number(count)) }, (_, index) => BigInt(index)));
}

const isIn = ({ items }: List, value: Value): boolean => items.some((item) => equal(item, value));
const contains = (all: List, part: List): boolean => part.items.every((item) => isIn(all, item));

export const LISTS: FunctionTable = {
  ...ordered('isSorted', () => 'bool', isSorted),
  ...ordered(
    'min',
    (type) => type,
    (items) => best(items, 1, 'min'),
  ),
  ...ordered(
    'max',
    (type) => type,
    (items) => best(items, -1, 'max'),
  ),
  ...ordered('sort', (type) => `list(${type})`, sort),
  ...SUMS,
  '<list(A)>.indexOf(A): int': ({ items }: List, value: Value) => BigInt(items.findIndex((item) => equal(item, value))),
  '<list(A)>.lastIndexOf(A): int': ({ items }: List, value: Value) =>
    BigInt(items.map((item) => equal(item, value)).lastIndexOf(true)),
  '<list(A)>.slice(int, int): list(A)': slice,
  '<list(list(A))>.flatten(): list(A)': ({ items }: List) => list(flatten(items, 1n)),
  '<list(dyn)>.flatten(int): list(dyn)': ({ items }: List, depth: bigint) => list(flatten(items, depth)),
  '<list(A)>.reverse(): list(A)': ({ items }: List) => list([...items].reverse()),
  '<list(A)>.distinct(): list(A)': distinct,
  '<list(A)>.first(): optional_type(A)': ({ items: [first] }: List) => (first === undefined ? NONE : some(first)),
  '<list(A)>.last(): optional_type(A)': ({ items }: List) => {
    const last = items[items.length - 1];
    return last === undefined ? NONE : some(last);
  },
  'lists.range(int): list(int)': range,
  'sets.contains(list(A), list(A)): bool': contains,
  'sets.equivalent(list(A), list(A)): bool': (a: List, b: List) => contains(a, b) && contains(b, a),
  'sets.intersects(list(A), list(A)): bool': (a: List, b: List) => a.items.some((item) => isIn(b, item)),
};
