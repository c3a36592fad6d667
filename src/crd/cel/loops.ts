import { hasField } from './access';
import type { Checker, Code, Scope, Slots, Variable } from './code';
import { isTrue, type Macro, MACROS, type Round } from './macros';
import { type Call, type Expression, ExpressionError } from './expression';
import { BOOL, DYN, INT, isDyn, optionalOf, showType, typeFrom } from './type';
import { fail, isKind, NONE, some, typeName, type Value } from './value';

/** What a macro makes of its call: `has`, `cel.bind`, and those that evaluate an argument for each item. Undefined when it is none of them. */
export function loopOf(checker: Checker, call: Call, scope: Scope): Code | undefined {
  const { name, target, args } = call;
  if (target === undefined) return name === 'has' && args.length === 1 ? has(checker, call, scope) : undefined;
  if (checker.hasBind && isBind(call)) return bind(checker, call, scope);
  const macro = MACROS[`${name}/${args.length}`];
  if (macro === undefined) return undefined;
  const range = checker.compile(target, scope);
  if (macro.over === 'optional') return overOptional(checker, call, range, scope, name === 'optFlatMap');
  const names = args.slice(0, macro.names).map(simpleName);
  if (new Set(names).size < names.length) throw new ExpressionError(`has the name "${names[0] ?? ''}" twice`, call.at);
  if (names.includes(RESULT))
    throw new ExpressionError(`has the variable ${RESULT}, which the loop itself has`, call.at);
  const types = itemTypes(checker, range, target.at);
  const given = macro.names === 2 ? [types.index, types.item] : [types.single];
  const variables = given.map((type) => checker.variable(type));
  const inner = new Map([...scope, ...names.map((each, index) => [each, variables[index]] as [string, Variable])]);
  const bodies = args.slice(macro.names).map((arg) => ({ ...checker.compile(arg, inner), at: arg.at }));
  for (const name of names) if (!scope.has(name)) checker.uses.delete(name);
  const last = bodies[bodies.length - 1] ?? { type: DYN, at: call.at, run: () => null };
  const condition = bodies.length === 2 ? bodies[0] : undefined;
  if (condition) checker.require(condition, BOOL, condition.at);
  if (macro.isCondition) checker.require(last, BOOL, last.at);
  const type = macro.type(checker, {
    item: types.single,
    key: types.index,
    body: last.type,
    range: range.type,
    at: last.at,
  });
  return { type, run: runLoop(range, variables, condition, last, macro.run) };
}

/** Where loops keep what they have found so far. */
const RESULT = '__result__';

function isBind({ name, target, args }: Call): boolean {
  return name === 'bind' && args.length === 3 && target?.kind === 'name' && target.name === 'cel';
}

/** `cel.bind(name, value, expression)`: a name for a value in an expression. */
function bind(checker: Checker, { args, at }: Call, scope: Scope): Code {
  const [variableName, given, body] = args;
  if (variableName === undefined || given === undefined || body === undefined) {
    throw new ExpressionError('calls cel.bind() without a name, a value and an expression', at);
  }
  const name = simpleName(variableName);
  const value = checker.compile(given, scope);
  const variable = checker.variable(checker.known(value.type));
  const code = checker.compile(body, new Map([...scope, [name, variable]]));
  if (!scope.has(name)) checker.uses.delete(name);
  const run = (slots: Slots): Value => {
    slots[variable.slot] = value.run(slots);
    return code.run(slots);
  };
  return { type: code.type, run };
}

function simpleName(expression: Expression): string {
  if (expression.kind === 'name') return expression.name;
  throw new ExpressionError('has something else than a name for the variable of a loop', expression.at);
}

function itemTypes(checker: Checker, range: Code, at: number) {
  const type = checker.known(range.type);
  if (type.kind === 'generic' && type.name === 'list') {
    const item = type.of[0] ?? DYN;
    return { single: item, index: INT, item };
  }
  if (type.kind === 'generic' && type.name === 'map') {
    const key = type.of[0] ?? DYN;
    return { single: key, index: key, item: type.of[1] ?? DYN };
  }
  if (type.kind === 'param') checker.takes(DYN, type);
  else if (!isDyn(type)) throw new ExpressionError(`goes through ${showType(type)}, which is no list or map`, at);
  return { single: DYN, index: DYN, item: DYN };
}

// The API server stops a rule when it has cost 1,000,000, and each round costs at least one.
const MOST_ROUNDS = 1_000_000;

function runLoop(
  range: Code,
  variables: readonly Variable[],
  condition: Code | undefined,
  body: Code,
  run: Macro['run'],
): Code['run'] {
  function* rounds(values: Value, slots: Slots): Generator<Round> {
    for (const [first, second] of pairsOf(values, variables.length)) {
      const [one, two] = variables;
      const set = () => {
        if (one) slots[one.slot] = first;
        if (two) slots[two.slot] = second;
      };
      slots.rounds = (slots.rounds ?? 0) + 1;
      if (slots.rounds > MOST_ROUNDS) fail('operation cancelled: actual cost limit exceeded');
      set();
      if (condition && !isTrue(condition.run(slots))) continue;
      yield {
        first,
        evaluate: () => {
          set();
          return body.run(slots);
        },
      };
    }
  }
  return (slots) => {
    const values = range.run(slots);
    return run(rounds(values, slots), values);
  };
}

function pairsOf(values: Value, names: number): readonly (readonly [Value, Value])[] {
  if (isKind(values, 'map')) return [...values.entries.values()];
  if (!isKind(values, 'list')) return fail(`no such overload: ${typeName(values)} in a loop`);
  return values.items.map((item, index) => (names === 2 ? [BigInt(index), item] : [item, item]));
}

function has(checker: Checker, { args, at }: Call, scope: Scope): Code {
  const [select] = args;
  if (select?.kind !== 'select' || select.isOptional) {
    throw new ExpressionError('calls has() with something else than a field, such as "has(self.name)"', at);
  }
  const { type, run } = checker.compile(select.operand, scope);
  checker.fieldType(type, select.field, select.at);
  return { type: BOOL, run: (slots) => hasField(run(slots), select.field) };
}

function overOptional(checker: Checker, call: Call, target: Code, scope: Scope, isFlat: boolean): Code {
  const [variableName, body] = call.args;
  const inside = checker.unknown();
  checker.require(target, optionalOf(inside), call.at);
  const name = variableName === undefined ? '' : simpleName(variableName);
  const variable = checker.variable(checker.known(inside));
  if (body === undefined) throw new ExpressionError('has no expression for the value', call.at);
  const code = checker.compile(body, new Map([...scope, [name, variable]]));
  if (!scope.has(name)) checker.uses.delete(name);
  if (isFlat) checker.require(code, typeFrom('optional_type(dyn)'), body.at);
  const run = (slots: Slots): Value => {
    const value = target.run(slots);
    if (!isKind(value, 'optional')) return fail(`no such overload: ${typeName(value)}.${call.name}`);
    if (value.value === undefined) return NONE;
    slots[variable.slot] = value.value;
    const made = code.run(slots);
    return isFlat ? made : some(made);
  };
  return { type: isFlat ? code.type : optionalOf(code.type), run };
}
