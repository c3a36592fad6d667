/**
 * What an expression in CEL works with. An `int` is a bigint and a `double` a number; what JavaScript has no type for says its `kind`.
 */
export type Value =
  | bigint
  | boolean
  | number
  | string
  | null
  | Uint8Array
  | Uint
  | List
  | CelMap
  | Timestamp
  | Duration
  | Optional
  | TypeValue
  | Hidden
  | Broken
  | Opaque;

export interface Uint {
  readonly kind: 'uint';
  readonly value: bigint;
}

export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** How the list of a schema compares and adds: as a set, or by the keys of its items. */
  readonly unique?: 'set' | readonly string[];
}

/** A map, or an object of a schema with the escaped names of its fields. */
export interface CelMap {
  readonly kind: 'map';
  /** By the identity of the key: see `keyOf`. */
  readonly entries: ReadonlyMap<string, readonly [key: Value, value: Value]>;
  /** Of an object: the fields that rules cannot see, such as those that no property describes. They count when objects are compared. */
  readonly unseen?: ReadonlyMap<string, unknown>;
}

export interface Timestamp {
  readonly kind: 'timestamp';
  /** Since 1970. */
  readonly nanos: bigint;
}

export interface Duration {
  readonly kind: 'duration';
  readonly nanos: bigint;
}

export interface Optional {
  readonly kind: 'optional';
  /** Undefined for `optional.none()`. */
  readonly value: Value | undefined;
}

export interface TypeValue {
  readonly kind: 'type';
  readonly name: string;
}

/** What is kept without a schema: it can be compared and no more. */
export interface Hidden {
  readonly kind: 'hidden';
  readonly json: unknown;
}

/** A text that its schema takes and CEL cannot read. It counts when a rule asks for it. */
export interface Broken {
  readonly kind: 'broken';
  readonly message: string;
}

/** The value, if it could be read. @throws EvaluationError */
export function sound(value: Value): Value {
  return isKind(value, 'broken') ? fail(value.message) : value;
}

/** A value of one of Kubernetes' own types, which has no parts for CEL. */
export interface Opaque {
  readonly kind: 'opaque';
  /** `kubernetes.Quantity`. */
  readonly type: string;
  /** Two values of a type are equal when these are. */
  readonly identity: string;
  readonly data: unknown;
  /** It comes from a sum, which the API server cannot compare as the right side of `==`. */
  readonly isComputed?: boolean;
}

/** What goes wrong while an expression is evaluated: `no such key: a`, `division by zero`. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError';
  readonly code = 'EVALUATION_ERROR';
}

export function fail(message: string): never {
  throw new EvaluationError(message);
}

export function list(items: readonly Value[]): List {
  return { kind: 'list', items };
}

export function map(entries: Iterable<readonly [Value, Value]>): CelMap {
  return { kind: 'map', entries: new Map([...entries].map((entry) => [keyOf(entry[0]), entry])) };
}

export function int(value: bigint): bigint {
  return value > MAX_INT || value < MIN_INT ? fail('integer overflow') : value;
}

export function uint(value: bigint): Uint {
  if (value > MAX_UINT || value < 0n) fail('unsigned integer overflow');
  return { kind: 'uint', value };
}

export function duration(nanos: bigint): Duration {
  return { kind: 'duration', nanos: int(nanos) };
}

export function timestamp(nanos: bigint): Timestamp {
  if (nanos < FIRST_TIME || nanos > LAST_TIME) fail('timestamp overflow');
  return { kind: 'timestamp', nanos };
}

export const NONE: Optional = { kind: 'optional', value: undefined };

export function some(value: Value): Optional {
  return { kind: 'optional', value };
}

export const MAX_INT = 2n ** 63n - 1n;
export const MIN_INT = -(2n ** 63n);
export const MAX_UINT = 2n ** 64n - 1n;
const SECOND = 1_000_000_000n;
// The first and the last second of the years 1 to 9999.
const FIRST_TIME = -62_135_596_800n * SECOND;
const LAST_TIME = 253_402_300_800n * SECOND - 1n;

/** What tells the keys of a map apart: numbers are one key whatever their type. */
export function keyOf(key: Value): string {
  if (typeof key === 'string') return `s${key}`;
  if (typeof key === 'boolean') return `b${key}`;
  if (typeof key === 'bigint') return `n${key}`;
  if (typeof key === 'number') return Number.isInteger(key) ? `n${BigInt(key)}` : `f${key}`;
  if (isKind(key, 'uint')) return `n${key.value}`;
  return fail('unsupported key type');
}

type Kinded = Exclude<Value, bigint | boolean | number | string | null | Uint8Array>;

export function isKind<Kind extends Kinded['kind']>(
  value: Value,
  kind: Kind,
): value is Extract<Kinded, { readonly kind: Kind }> {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && value.kind === kind;
}

/** The name of the type of a value, as `type(value)` gives it. */
export function typeName(value: Value): string {
  if (value === null) return 'null_type';
  if (value instanceof Uint8Array) return 'bytes';
  if (typeof value === 'object') return KINDS[value.kind] ?? (value.kind === 'opaque' ? value.type : value.kind);
  return PRIMITIVES[typeof value] ?? 'dyn';
}

const KINDS: Readonly<Record<string, string>> = {
  timestamp: 'google.protobuf.Timestamp',
  duration: 'google.protobuf.Duration',
  optional: 'optional_type',
  hidden: 'unknown',
};

const PRIMITIVES: Readonly<Record<string, string>> = {
  bigint: 'int',
  number: 'double',
  string: 'string',
  boolean: 'bool',
};
