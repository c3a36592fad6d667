import { sameType, type Type } from './type';
import type { Value } from './value';

/** How many characters, items or entries a value has, at least and at most. */
export interface Size {
  readonly min: number;
  readonly max: number;
}

/** The target or an argument of a call. */
export interface Part {
  readonly type: Type;
  readonly size: Size;
  /** Of its items, when it is a list. */
  readonly item: Size;
  /** What it always is. */
  readonly constant: Value | undefined;
}

export interface Parts {
  /** Of a method. */
  readonly target: Part | undefined;
  readonly args: readonly Part[];
}

/** What a call costs besides its target and its arguments, and how large its result is, where that is known. */
export interface CallCost {
  readonly cost: number;
  readonly size?: Size;
}

/** The API server counts with 64 bits, and goes no further. */
export const MOST = 2 ** 64;

/** What each expression costs by itself. */
export const [NAME, CALL, NEW_LIST, NEW_MAP] = [1, 1, 10, 30];

export const UNKNOWN: Size = { min: 0, max: MOST };
export const ONE: Size = { min: 1, max: 1 };
export const NOTHING: Size = { min: 0, max: 0 };

export function plus(...costs: readonly number[]): number {
  return Math.min(
    costs.reduce((sum, cost) => sum + cost, 0),
    MOST,
  );
}

export function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : Math.min(Math.ceil(a * b), MOST);
}

export function union(a: Size, b: Size): Size {
  return { min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** To go through one character, and to look for one of a regular expression. */
const [READ, MATCH] = [0.1, 0.25];
/** The bytes of an address. */
const ADDRESS = 16;
/** What the pattern of a named format has at most, and its description. */
const [FORMAT_PATTERN, FORMAT_TEXT] = [128, 64];

const DEFAULT: CallCost = { cost: CALL };

/**
 * What one overload of a function costs, by its name and the types of its parameters, the target first.
 *
 * It mirrors `EstimateCallCost` in k8s.io/apiserver/pkg/cel/library/cost.go, the estimators in cel-go's ext/lists.go and ext/sets.go, and
 * `functionCost` in its checker/cost.go.
 */
export function callCost(name: string, params: readonly Type[], { target, args }: Parts): CallCost {
  if (target !== undefined) return METHODS[name]?.(target, args, params) ?? DEFAULT;
  const [first, second] = args;
  return (first && FUNCTIONS[name]?.(first, second ?? first, params)) ?? DEFAULT;
}

type MethodCost = (target: Part, args: readonly Part[], params: readonly Type[]) => CallCost | undefined;

/** Goes through the target, and makes something of the same size. */
const readTarget: MethodCost = ({ size }) => ({ cost: times(size.max, READ), size });

const readItems: MethodCost = ({ type, size, item }) => {
  if (type.kind !== 'generic') return { cost: times(size.max, READ) };
  const isText = isNamed(type.of[0], 'string', 'bytes');
  return { cost: times(size.max, plus(1, isText ? times(item.max, READ) : 0)) };
};

const readArgument: MethodCost = (_target, [part]) => part && { cost: times(part.size.max, READ) };

const search: MethodCost = ({ size }, [pattern]) =>
  pattern && {
    cost: times(times(plus(size.max, 1), READ), times(pattern.size.max, MATCH)),
    size: { min: 0, max: size.max },
  };

/** Compares two addresses, after one that is a text was read. */
const holds =
  (cost: number): MethodCost =>
  (_target, [part], params) =>
    part && { cost: plus(cost, isNamed(params[1], 'string') ? times(part.size.max, READ) : 0) };

const newList = (factor: number, size: Size): CallCost => ({
  cost: plus(times(size.max, factor), CALL, NEW_LIST),
  size,
});

const METHODS: Readonly<Record<string, MethodCost>> = {
  lowerAscii: readTarget,
  upperAscii: readTarget,
  substring: readTarget,
  trim: readTarget,
  indexOf: readItems,
  lastIndexOf: readItems,
  sum: readItems,
  min: readItems,
  max: readItems,
  isSorted: readItems,
  startsWith: readArgument,
  endsWith: readArgument,
  find: search,
  findAll: search,
  matches: (target, args, params) => ({ cost: search(target, args, params)?.cost ?? CALL }),
  contains: ({ size }, [part]) => part && { cost: times(times(size.max, READ), times(part.size.max, READ)) },
  format: ({ size }) => ({ cost: times(size.max, READ) }),
  containsIP: holds(times(2 * ADDRESS, READ)),
  containsCIDR: holds(plus(times(2 * ADDRESS, READ), times(ADDRESS, READ), 1)),
  validate: (_target, [part]) => part && { cost: times(times(part.size.max, READ), FORMAT_PATTERN * MATCH) },
  split: ({ size }, [, limit]) => {
    const most = typeof limit?.constant === 'bigint' ? Number(BigInt.asUintN(64, limit.constant)) : size.max;
    return { cost: times(size.max, 2 * READ), size: { min: 0, max: most } };
  },
  join: ({ size: { min, max }, item }, [separator]) => {
    const gaps = { min: Math.max(min - 1, 0), max: Math.max(max - 1, 0) };
    const { size = NOTHING } = separator ?? {};
    const joined = {
      min: plus(times(min, item.min), times(gaps.min, size.min)),
      max: plus(times(max, item.max), times(gaps.max, size.max)),
    };
    return { cost: times(joined.max, READ), size: joined };
  },
  replace: ({ size }, [from, to]) =>
    from && to && { cost: times(size.max, 2 * READ), size: replacedSize(size, from.size, to.size) },
  slice: ({ size }, [from, to]) => {
    const length = wholeOr(to, size.max) - wholeOr(from, 0);
    const rest = length < 0 ? plus(MOST, length) : length;
    return newList(1, { min: rest, max: rest });
  },
  reverse: ({ size }) => newList(1, size),
  flatten: ({ size }, [depth]) => newList(depth === undefined ? 1 : wholeOr(depth, MOST), size),
  sort: ({ size }, _args, [list]) => sorted(size, list?.kind === 'generic' ? list.of[0] : undefined),
  distinct: ({ size: { min, max } }) => newList(2, { min: times(min, min), max: times(max, max) }),
};

/** To sort a list of this size by keys of a type. */
export function sorted({ min, max }: Size, key: Type | undefined): CallCost {
  return newList(2 + (isNamed(key, 'string', 'bytes') ? READ : 0), { min: times(min, min), max: times(max, max) });
}

/** What becomes of a text when parts of it are replaced by others. */
function replacedSize(text: Size, from: Size, to: Size): Size {
  const least = from.max === 0 ? [plus(text.min, 1), text.min] : from.max <= to.min ? [0, text.min] : undefined;
  const most = from.min === 0 ? [plus(text.max, 1), text.max] : to.max <= from.min ? [0, text.max] : undefined;
  const [fewest = 0, kept = 0] = least ?? [Math.ceil(text.min / from.max), 0];
  const [often = 0, left = 0] = most ?? [Math.ceil(text.max / from.min), 0];
  return { min: plus(times(fewest, to.min), kept), max: plus(times(often, to.max), left) };
}

function wholeOr(part: Part | undefined, otherwise: number): number {
  return typeof part?.constant === 'bigint' ? Math.max(Number(part.constant), 0) : otherwise;
}

type FunctionCost = (first: Part, second: Part, params: readonly Type[]) => CallCost | undefined;

const read: FunctionCost = ({ size }) => ({ cost: times(size.max, READ) });

const compareAll =
  (factor: number): FunctionCost =>
  (first, second) => ({ cost: plus(times(times(first.size.max, second.size.max), factor), CALL) });

/** As far as the smaller one goes. */
const compare: FunctionCost = (first, second) => ({ cost: times(Math.min(first.size.max, second.size.max), READ) });

const order: FunctionCost = (first, second, params) =>
  isNamed(params[0], 'string', 'bytes') ? compare(first, second, params) : undefined;

const FUNCTIONS: Readonly<Record<string, FunctionCost>> = {
  url: ({ size }) => ({ cost: times(size.max, READ), size }),
  ip: read,
  isIP: read,
  cidr: read,
  isCIDR: read,
  quantity: read,
  isQuantity: read,
  semver: read,
  isSemver: read,
  'ip.isCanonical': ({ size }) => ({ cost: times(size.max, 2 * READ) }),
  'strings.quote': ({ size: { min, max } }) => ({
    cost: times(max, READ),
    size: { min: plus(min, 2), max: plus(times(max, 2), 2) },
  }),
  bytes: ({ size: { min, max } }, _second, params) =>
    isNamed(params[0], 'string') ? { cost: times(max, READ), size: { min, max: times(max, 4) } } : undefined,
  string: ({ size: { min, max } }, _second, params) =>
    isNamed(params[0], 'bytes') ? { cost: times(max, READ), size: { min: Math.floor(min / 4), max } } : undefined,
  'lists.range': (end) => {
    const length = wholeOr(end, MOST);
    return newList(1, { min: length, max: length });
  },
  'sets.contains': compareAll(1),
  'sets.intersects': compareAll(1),
  'sets.equivalent': compareAll(2),
  '@in': (_first, { size }, params) =>
    params[1]?.kind === 'generic' && params[1].name === 'list' ? { cost: size.max } : undefined,
  '_+_': (first, second, [type]) => {
    const size = { min: plus(first.size.min, second.size.min), max: plus(first.size.max, second.size.max) };
    if (type?.kind === 'generic') return { cost: CALL, size };
    return isNamed(type, 'string', 'bytes') ? { cost: times(size.max, READ), size } : undefined;
  },
  '_<_': order,
  '_<=_': order,
  '_>_': order,
  '_>=_': order,
  '_!=_': compare,
  '_==_': (first, second, params) => {
    if (!sameType(first.type, second.type)) return compare(first, second, params);
    if (isNamed(first.type, 'net.IP', 'net.CIDR', 'kubernetes.Quantity', 'kubernetes.Semver')) return DEFAULT;
    if (isNamed(first.type, 'kubernetes.NamedFormat')) return { cost: times(FORMAT_TEXT, READ) };
    if (!isNamed(first.type, 'kubernetes.URL')) return compare(first, second, params);
    return { cost: times(second.size === UNKNOWN ? 1 : second.size.max, READ) };
  },
};

function isNamed(type: Type | undefined, ...names: readonly string[]): boolean {
  return type?.kind === 'simple' && names.includes(type.name);
}
