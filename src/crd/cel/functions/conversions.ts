import { parseGoDuration } from '../../../manifest/duration';
import type { FunctionTable } from '../signature';
import { showNumber } from '../show-number';
import { parseTimestamp, showDuration, showTime } from '../time-value';
import {
  type CelMap,
  duration,
  type Duration,
  fail,
  int,
  type List,
  timestamp,
  type Timestamp,
  typeName,
  uint,
  type Uint,
  type Value,
} from '../value';

const SECOND = 1_000_000_000n;

/** A double without its fraction; the ends of the range are out, as a double cannot tell them from what is beyond. */
function wholeOf(value: number, from: number, to: number): bigint {
  const isIn = value > from && value < to;
  return isIn ? BigInt(Math.trunc(value)) : fail('integer overflow');
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return fail('invalid UTF-8 in bytes, cannot convert to string');
  }
}

const BOOLEANS: ReadonlyMap<string, boolean> = new Map([
  ...['1', 't', 'T', 'TRUE', 'true', 'True'].map((text) => [text, true] as const),
  ...['0', 'f', 'F', 'FALSE', 'false', 'False'].map((text) => [text, false] as const),
]);

function doubleOf(text: string): number {
  // Go takes underscores only with a prefix, and no white space.
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : fail(`"${text}" is out of range of a double`);
  }
  const [, sign, word] = /^([+-]?)(inf|infinity|nan)$/i.exec(text) ?? [];
  if (word === undefined) return fail(`"${text}" is no double`);
  return /nan/i.test(word) ? NaN : sign === '-' ? -Infinity : Infinity;
}

const size = (value: string | Uint8Array | List | CelMap): bigint => {
  if (typeof value === 'string') return BigInt(Array.from(value).length);
  if (value instanceof Uint8Array) return BigInt(value.length);
  return BigInt(value.kind === 'list' ? value.items.length : value.entries.size);
};

export const CONVERSIONS: FunctionTable = {
  'size(string): int': size,
  'size(bytes): int': size,
  'size(list(A)): int': size,
  'size(map(A, B)): int': size,
  '<string>.size(): int': size,
  '<bytes>.size(): int': size,
  '<list(A)>.size(): int': size,
  '<map(A, B)>.size(): int': size,
  'type(A): type(A)': (value: Value) => ({ kind: 'type', name: typeName(value) }) as const,
  'dyn(A): dyn': (value: Value) => value,
  'bool(bool): bool': (value: boolean) => value,
  'bool(string): bool': (text: string) => BOOLEANS.get(text) ?? fail(`"${text}" is no bool`),
  'bytes(bytes): bytes': (value: Uint8Array) => value,
  'bytes(string): bytes': (text: string) => Buffer.from(text),
  'double(double): double': (value: number) => value,
  'double(int): double': (value: bigint) => Number(value),
  'double(uint): double': ({ value }: Uint) => Number(value),
  'double(string): double': doubleOf,
  'int(int): int': (value: bigint) => value,
  'int(uint): int': ({ value }: Uint) => int(value),
  'int(double): int': (value: number) => wholeOf(value, -(2 ** 63), 2 ** 63),
  'int(string): int': (text: string) =>
    /^[+-]?\d+$/.test(text) ? int(BigInt(text.replace(/^\+/, ''))) : fail(`"${text}" is no int`),
  'int(timestamp): int': ({ nanos }: Timestamp) => nanos / SECOND - (nanos % SECOND < 0n ? 1n : 0n),
  'int(duration): int': ({ nanos }: Duration) => nanos,
  'uint(uint): uint': (value: Uint) => value,
  'uint(int): uint': uint,
  'uint(double): uint': (value: number) => uint(wholeOf(value, -1, 2 ** 64)),
  'uint(string): uint': (text: string) => (/^\d+$/.test(text) ? uint(BigInt(text)) : fail(`"${text}" is no uint`)),
  'string(string): string': (text: string) => text,
  'string(bool): string': (value: boolean) => String(value),
  'string(bytes): string': textOf,
  'string(double): string': showNumber,
  'string(int): string': (value: bigint) => String(value),
  'string(uint): string': ({ value }: Uint) => String(value),
  'string(timestamp): string': ({ nanos }: Timestamp) => showTime(nanos),
  'string(duration): string': ({ nanos }: Duration) => showDuration(nanos),
  'duration(duration): duration': (value: Duration) => value,
  // The language has it, and the library of the API server has nothing behind it.
  'duration(int): duration': (value: bigint) => fail(`type conversion error from int to duration: ${value}`),
  'duration(string): duration': (text: string) => duration(parseGoDuration(text) ?? fail(`"${text}" is no duration`)),
  'timestamp(timestamp): timestamp': (value: Timestamp) => value,
  'timestamp(int): timestamp': (value: bigint) => timestamp(value * SECOND),
  'timestamp(string): timestamp': (text: string) => timestamp(parseTimestamp(text) ?? fail(`"${text}" is no time`)),
};
