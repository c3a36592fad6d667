import type { Checker } from './code';
import { compare } from './equal';
import { ExpressionError } from './expression';
import { assign, BOOL, DYN, isDyn, listOf, mapOf, showType, type Type } from './type';
import { EvaluationError, fail, isKind, list, map, type Value } from './value';

/** The types that a loop knows when it asks for its own. */
export interface LoopTypes {
  readonly item: Type;
  readonly key: Type;
  readonly body: Type;
  readonly range: Type;
  readonly at: number;
}

/** One round of a loop: what its variables are, and what its body says then. */
export interface Round {
  readonly first: Value;
  readonly evaluate: () => Value;
}

export interface Macro {
  readonly over: 'items' | 'optional';
  /** How many variables it has. */
  readonly names: 1 | 2;
  readonly isCondition?: boolean;
  readonly type: (checker: Checker, types: LoopTypes) => Type;
  readonly run: (rounds: Iterable<Round>, range: Value) => Value;
}

const quantifier = (names: 1 | 2, run: Macro['run']): Macro => ({
  ...{ over: 'items', names, isCondition: true, run },
  type: () => BOOL,
});

const all = (rounds: Iterable<Round>): boolean => !decides(rounds, false);
const exists = (rounds: Iterable<Round>): boolean => decides(rounds, true);
const existsOne = (rounds: Iterable<Round>): boolean =>
  [...rounds].filter(({ evaluate }) => isTrue(evaluate())).length === 1;

const mapped = (names: 1 | 2): Macro => ({
  ...{ over: 'items', names },
  type: (_checker, { body }) => listOf(body),
  run: (rounds) => list(Array.from(rounds, ({ evaluate }) => evaluate())),
});

const transformMap: Macro = {
  ...{ over: 'items', names: 2 },
  type: (_checker, { key, body }) => mapOf(key, body),
  run: (rounds) => map(Array.from(rounds, ({ first, evaluate }) => [first, evaluate()] as const)),
};

const transformMapEntry: Macro = {
  ...{ over: 'items', names: 2 },
  type: (checker, { body, at }) => {
    const type = mapOf(checker.unknown(), checker.unknown());
    checker.require({ type: body, run: () => null }, type, at);
    return checker.known(type);
  },
  run: (rounds) => {
    const entries = Array.from(rounds, ({ evaluate }) => entriesOf(evaluate())).flat();
    const made = map(entries);
    return made.entries.size < entries.length ? fail('insert failed: key already exists') : made;
  },
};

const filter: Macro = {
  ...{ over: 'items', names: 1, isCondition: true },
  type: (_checker, { item }) => listOf(item),
  run: (rounds) => list(Array.from(rounds).flatMap(({ first, evaluate }) => (isTrue(evaluate()) ? [first] : []))),
};

const sortBy: Macro = {
  ...{ over: 'items', names: 1 },
  type: (checker, { range, body, at }) => {
    const isList = assign(new Map(), range, listOf(DYN)) !== undefined;
    const key = checker.known(body);
    if (!isList || !(isDyn(key) || key.kind === 'param' || SORTABLE.includes(showType(key)))) {
      throw new ExpressionError(`sorts by ${showType(key)}, which has no order`, at);
    }
    return range;
  },
  run: (rounds) => {
    const keyed = Array.from(rounds, ({ first, evaluate }) => ({ first, key: evaluate() }));
    const sorted = keyed.sort((a, b) => compare(a.key, b.key) ?? fail('list elements must have the same type'));
    return list(sorted.map(({ first }) => first));
  },
};

const SORTABLE: readonly string[] = [
  ...['int', 'uint', 'double', 'bool', 'string', 'bytes'],
  ...['google.protobuf.Timestamp', 'google.protobuf.Duration'],
];

const optional: Macro = { ...mapped(1), over: 'optional' };

/** The macros by their names and the number of their arguments. */
export const MACROS: Readonly<Record<string, Macro | undefined>> = {
  'all/2': quantifier(1, all),
  'all/3': quantifier(2, all),
  'exists/2': quantifier(1, exists),
  'exists/3': quantifier(2, exists),
  'exists_one/2': quantifier(1, existsOne),
  'exists_one/3': quantifier(2, existsOne),
  'existsOne/3': quantifier(2, existsOne),
  'map/2': mapped(1),
  'map/3': mapped(1),
  'filter/2': filter,
  'sortBy/2': sortBy,
  'transformList/3': mapped(2),
  'transformList/4': mapped(2),
  'transformMap/3': transformMap,
  'transformMap/4': transformMap,
  'transformMapEntry/3': transformMapEntry,
  'transformMapEntry/4': transformMapEntry,
  'optMap/2': optional,
  'optFlatMap/2': optional,
};

/** Whether one round says `decisive`; a failure counts only when none does. */
function decides(rounds: Iterable<Round>, decisive: boolean): boolean {
  let failed: EvaluationError | undefined;
  for (const { evaluate } of rounds) {
    try {
      if (isTrue(evaluate()) === decisive) return true;
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      failed ??= error;
    }
  }
  if (failed !== undefined) throw failed;
  return false;
}

/** Whether a condition holds. @throws EvaluationError when it is no bool */
export function isTrue(value: Value): boolean {
  return typeof value === 'boolean' ? value : fail('no such overload: a condition that is no bool');
}

function entriesOf(value: Value): readonly (readonly [Value, Value])[] {
  return isKind(value, 'map') ? [...value.entries.values()] : fail('no such overload: an entry that is no map');
}
