import { compare, concat, equal } from '../equal';
import type { FunctionTable } from '../signature';
import {
  type CelMap,
  duration,
  type Duration,
  fail,
  int,
  keyOf,
  type List,
  timestamp,
  type Timestamp,
  uint,
  type Uint,
  type Value,
} from '../value';

function divisor(value: bigint, what: string): bigint {
  return value === 0n ? fail(what) : value;
}

/** The types whose values have an order, by their names in signatures. */
export const ORDERED = ['int', 'uint', 'double', 'bool', 'duration', 'timestamp', 'string', 'bytes'];

const NUMBERS = ['int', 'uint', 'double'];

const COMPARISONS: Readonly<Record<string, (order: -1 | 0 | 1 | undefined) => boolean>> = {
  '_<_': (order) => order === -1,
  '_<=_': (order) => order === -1 || order === 0,
  '_>_': (order) => order === 1,
  '_>=_': (order) => order === 1 || order === 0,
};

const pairs = [
  ...ORDERED.map((type) => [type, type]),
  ...NUMBERS.flatMap((a) => NUMBERS.filter((b) => b !== a).map((b) => [a, b])),
];

const comparisons: FunctionTable = Object.fromEntries(
  Object.entries(COMPARISONS).flatMap(([operator, decide]) =>
    pairs.map(([a, b]) => [`${operator}(${a}, ${b}): bool`, (x: Value, y: Value) => decide(compare(x, y))]),
  ),
);

/** The operators of CEL. Those that may leave an argument out are in LAZY of calls.ts; here is only what types they have. */
export const OPERATORS: FunctionTable = {
  ...comparisons,
  '_&&_(bool, bool): bool': (a: boolean, b: boolean) => a && b,
  '_||_(bool, bool): bool': (a: boolean, b: boolean) => a || b,
  '_?_:_(bool, A, A): A': (condition: boolean, yes: Value, no: Value) => (condition ? yes : no),
  '!_(bool): bool': (value: boolean) => !value,
  '_==_(A, A): bool': equal,
  '_!=_(A, A): bool': (a: Value, b: Value) => !equal(a, b),
  '@in(A, list(A)): bool': (value: Value, { items }: List) => items.some((item) => equal(value, item)),
  '@in(A, map(A, B)): bool': (key: Value, { entries }: CelMap) => entries.has(keyOf(key)),
  '_[_](list(A), int): A': () => null,
  '_[_](map(A, B), A): B': () => null,
  '_[_](optional_type(list(A)), int): optional_type(A)': () => null,
  '_[_](optional_type(map(A, B)), A): optional_type(B)': () => null,
  '_[?_](list(A), int): optional_type(A)': () => null,
  '_[?_](map(A, B), A): optional_type(B)': () => null,
  '_[?_](optional_type(list(A)), int): optional_type(A)': () => null,
  '_[?_](optional_type(map(A, B)), A): optional_type(B)': () => null,
  '-_(int): int': (value: bigint) => int(-value),
  '-_(double): double': (value: number) => -value,
  '_+_(int, int): int': (a: bigint, b: bigint) => int(a + b),
  '_+_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value + b.value),
  '_+_(double, double): double': (a: number, b: number) => a + b,
  '_+_(string, string): string': (a: string, b: string) => a + b,
  '_+_(bytes, bytes): bytes': (a: Uint8Array, b: Uint8Array) => Buffer.concat([a, b]),
  '_+_(list(A), list(A)): list(A)': concat,
  '_+_(duration, duration): duration': (a: Duration, b: Duration) => duration(a.nanos + b.nanos),
  '_+_(duration, timestamp): timestamp': (a: Duration, b: Timestamp) => timestamp(a.nanos + b.nanos),
  '_+_(timestamp, duration): timestamp': (a: Timestamp, b: Duration) => timestamp(a.nanos + b.nanos),
  '_-_(int, int): int': (a: bigint, b: bigint) => int(a - b),
  '_-_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value - b.value),
  '_-_(double, double): double': (a: number, b: number) => a - b,
  '_-_(duration, duration): duration': (a: Duration, b: Duration) => duration(a.nanos - b.nanos),
  '_-_(timestamp, duration): timestamp': (a: Timestamp, b: Duration) => timestamp(a.nanos - b.nanos),
  '_-_(timestamp, timestamp): duration': (a: Timestamp, b: Timestamp) => duration(a.nanos - b.nanos),
  '_*_(int, int): int': (a: bigint, b: bigint) => int(a * b),
  '_*_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value * b.value),
  '_*_(double, double): double': (a: number, b: number) => a * b,
  '_/_(int, int): int': (a: bigint, b: bigint) => int(a / divisor(b, 'division by zero')),
  '_/_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value / divisor(b.value, 'division by zero')),
  '_/_(double, double): double': (a: number, b: number) => a / b,
  '_%_(int, int): int': (a: bigint, b: bigint) => a % divisor(b, 'modulus by zero'),
  '_%_(uint, uint): uint': (a: Uint, b: Uint) => uint(a.value % divisor(b.value, 'modulus by zero')),
};
