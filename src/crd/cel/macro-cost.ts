import {
  CALL,
  NAME,
  NEW_LIST,
  NEW_MAP,
  NOTHING,
  ONE,
  plus,
  type Size,
  sorted,
  times,
  union,
  UNKNOWN,
} from './call-cost';
import type { Call, Expression } from './expression';
import type { Type } from './type';
import type { ValueSize } from './value-size';

/** Where a value is in the schema, if it is anywhere; without a size where the schema has nothing. */
export type Place = { readonly size: ValueSize | undefined } | undefined;

/** What is known of the items of a list, or of the keys and values of a map, that an expression makes. */
export interface Entries {
  readonly isList: boolean;
  readonly key: Size;
  readonly value: Size;
}

/** A variable of a macro. */
export interface Local {
  readonly place: Place;
  readonly size: Size | undefined;
}

/** The estimate of one expression, as its macros need it. */
export interface Estimator {
  /** What an expression costs. It is asked once about each, before its size. */
  cost(expression: Expression): number;
  /** What something costs that may have variables of its own. */
  within(locals: Readonly<Record<string, Local>>, cost: () => number): number;
  typeOf(expression: Expression): Type;
  /** What is in the value of an expression. What has no place counts as the first step into `self`, as on the API server. */
  inside(expression: Expression, step: (size: ValueSize) => ValueSize | undefined): Place;
  /** How large the value of an expression is. */
  sizeOf(expression: Expression): Size | undefined;
  setSize(expression: Expression, size: Size | undefined): void;
  entriesOf(expression: Expression): Entries | undefined;
  setEntries(expression: Expression, entries: Entries | undefined): void;
}

/**
 * What the API server makes of a macro: an accumulator that begins as something, and becomes something else in each round. The numbers
 * are the costs of the expressions that cel-go's parser writes for it.
 */
interface Loop {
  /** How many variables it has. */
  readonly names: 1 | 2;
  readonly begin: number;
  /** Of a round, with what the body costs. */
  readonly round: number;
  readonly result: number;
  /** What it makes: one value, a list of what the body gives, a list of what it goes through, a map. */
  readonly makes: 'value' | 'bodies' | 'items' | 'map';
}

/** `accumulator + [item]`, without the item. */
const APPEND = CALL + NAME + NEW_LIST;

const all: Loop = { names: 1, begin: 0, round: CALL + NAME + NAME, result: NAME, makes: 'value' };
const exists: Loop = { ...all, round: all.round + CALL };
const existsOne: Loop = { names: 1, begin: 0, round: CALL + NAME, result: CALL + NAME, makes: 'value' };
const map: Loop = { names: 1, begin: NEW_LIST, round: APPEND, result: NAME, makes: 'bodies' };
const transformMap: Loop = { names: 2, begin: NEW_MAP, round: CALL + NAME + NAME, result: NAME, makes: 'map' };
const transformMapEntry: Loop = { ...transformMap, round: CALL + NAME };

const LOOPS: Readonly<Record<string, Loop>> = {
  'all/2': all,
  'all/3': { ...all, names: 2 },
  'exists/2': exists,
  'exists/3': { ...exists, names: 2 },
  'exists_one/2': existsOne,
  'exists_one/3': { ...existsOne, names: 2 },
  'existsOne/3': { ...existsOne, names: 2 },
  'map/2': map,
  'map/3': map,
  'filter/2': { ...map, makes: 'items' },
  'transformList/3': { ...map, names: 2 },
  'transformList/4': { ...map, names: 2 },
  'transformMap/3': transformMap,
  'transformMap/4': transformMap,
  'transformMapEntry/3': transformMapEntry,
  'transformMapEntry/4': transformMapEntry,
};

/** What a macro costs; undefined when the call is none. */
export function macroCost(estimate: Estimator, call: Call): number | undefined {
  const { name, target, args } = call;
  if (target === undefined) {
    const [select] = args;
    return name === 'has' && select?.kind === 'select' ? estimate.cost(select.operand) : undefined;
  }
  if (name === 'sortBy' && args.length === 2) return sortCost(estimate, call, target);
  if ((name === 'optMap' || name === 'optFlatMap') && args.length === 2) return optionalCost(estimate, call, target);
  const loop = LOOPS[`${name}/${args.length}`];
  return loop && loopCost(estimate, call, loop, target);
}

function loopCost(
  estimate: Estimator,
  call: Call,
  { names, begin, round, result, makes }: Loop,
  range: Expression,
): number {
  const before = plus(estimate.cost(range), begin);
  const bodies = call.args.slice(names);
  const item = makes === 'items' ? call.args[0] : makes === 'bodies' ? bodies.at(-1) : undefined;
  const inRound = estimate.within(localsOf(estimate, call.args.slice(0, names), range), () => {
    const costs = [...bodies, ...(makes === 'items' ? call.args.slice(0, 1) : [])].map((part) => estimate.cost(part));
    if (item) {
      const value = union(NOTHING, estimate.sizeOf(item) ?? UNKNOWN);
      estimate.setEntries(call, { isList: true, key: ONE, value });
    }
    return plus(round, ...costs);
  });
  const rounds = estimate.sizeOf(range) ?? UNKNOWN;
  estimate.setSize(call, makes === 'value' ? ONE : rounds);
  return plus(before, result, times(rounds.max, inRound));
}

/** The variables of a loop: the item of a list or the key of a map; of two, the index or the key, and the item or the value. */
function localsOf(estimate: Estimator, names: readonly Expression[], range: Expression): Record<string, Local> {
  const entries = estimate.entriesOf(range);
  const type = estimate.typeOf(range);
  const isList = entries?.isList ?? (type.kind === 'generic' && type.name === 'list');
  const key = { place: estimate.inside(range, (size) => (isList ? undefined : size.key)), size: entries?.key };
  const value = { place: estimate.inside(range, ({ item }) => item), size: entries?.value };
  const locals = names.length === 2 ? [key, value] : [isList ? value : key];
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const local = locals[index];
      return name.kind === 'name' && local ? [[name.name, local] as const] : [];
    }),
  );
}

/** The list is bound by a loop over an empty list, its keys are made by `map`, and then it is sorted by them. */
function sortCost(estimate: Estimator, call: Call, list: Expression): number {
  const listCost = estimate.cost(list);
  const [variable, key] = call.args;
  if (!variable || !key) return 0; // It does not compile.
  const keyCost = estimate.within(localsOf(estimate, [variable], list), () => estimate.cost(key));
  const items = estimate.sizeOf(list) ?? UNKNOWN;
  const keys = plus(NAME, map.begin, map.result, times(items.max, plus(map.round, keyCost)));
  const { cost, size } = sorted(items, estimate.typeOf(key));
  estimate.setSize(call, size);
  return plus(NEW_LIST, listCost, keys, NAME, cost);
}

/** `target.hasValue() ? optional.of(body of target.value()) : optional.none()`; the value is bound by a loop over an empty list. */
function optionalCost(estimate: Estimator, { name, args }: Call, target: Expression): number {
  const targetCost = estimate.cost(target);
  const [variable, body] = args;
  if (variable?.kind !== 'name' || !body) return 0; // It does not compile.
  const inside = { place: undefined, size: undefined };
  const bodyCost = estimate.within({ [variable.name]: inside }, () => estimate.cost(body));
  const bound = plus(NEW_LIST, CALL, targetCost, bodyCost);
  return plus(CALL, targetCost, name === 'optMap' ? plus(CALL, bound) : bound);
}
