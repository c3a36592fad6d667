import { indexValue } from './access';
import type { Checker, Code, Scope, Slots } from './code';
import { type Call, ExpressionError, qualifiedName, UnknownFunctionError } from './expression';
import { functions } from './functions';
import { literalProblem } from './literals';
import { fits, type Overload } from './signature';
import { DYN, isDyn, sameType, type Type } from './type';
import { EvaluationError, fail, isKind, NONE, typeName } from './value';

/** A call of a function, a method or an operator. */
export function callCode(checker: Checker, call: Call, scope: Scope): Code {
  const prefix = call.target && qualifiedName(call.target);
  const qualified = prefix === undefined ? undefined : functions().get(`${prefix}.${call.name}`);
  const overloads = qualified ?? functions().get(call.name);
  const isMethod = call.target !== undefined && qualified === undefined;
  const isFormat = call.name === 'format';
  if (isFormat) checker.inFormat++;
  const parts = call.target && isMethod ? [call.target, ...call.args] : call.args;
  const args = parts.map((part) => checker.compile(part, scope));
  if (isFormat) checker.inFormat--;
  if (overloads === undefined) throw new UnknownFunctionError(call.name, call.at);
  const fitting = overloads.filter((each) => each.isMethod === isMethod);
  const { type, candidates } = resolve(checker, call, fitting, args);
  const run = runnerOf(call.name, candidates, args);
  checker.later(() => {
    const problem = literalProblem(call, (part) => checker.final(checker.typeOf(part)));
    if (problem !== undefined) throw new ExpressionError(problem, call.at);
  });
  const isFolded = !isMethod && FOLDED.has(call.name) && args.length === 1 && args[0]?.constant !== undefined;
  return isFolded ? folded(type, run, call) : { type, run };
}

/** Conversions of literals are done in advance, and what fails there is not compiled. */
const FOLDED: ReadonlySet<string> = new Set([
  'bool',
  'bytes',
  'double',
  'duration',
  'dyn',
  'int',
  'string',
  'timestamp',
  'type',
  'uint',
]);

function folded(type: Type, run: Code['run'], { at }: Call): Code {
  try {
    const constant = run([]);
    return { type, constant, run: () => constant };
  } catch (error) {
    if (!(error instanceof EvaluationError)) throw error;
    throw new ExpressionError(`converts a literal that it cannot: ${error.message}`, at);
  }
}

/** The overloads that the types of the arguments leave, and what they give: `dyn` when that differs. */
function resolve(checker: Checker, call: Call, overloads: readonly Overload[], args: readonly Code[]) {
  const given = args.map(({ type }) => checker.known(type));
  const candidates: Overload[] = [];
  let result: Type | undefined;
  for (const overload of overloads) {
    const fresh = instantiate(checker, overload);
    if (!checker.takesAll(given, fresh.params)) continue;
    candidates.push(overload);
    const type = checker.known(fresh.result);
    if (result === undefined) result = type;
    else if (!isDyn(result) && !sameType(type, result)) result = DYN;
  }
  if (result !== undefined) return { type: result, candidates };
  throw new ExpressionError(
    misfit(
      call,
      given.map((type) => checker.show(type)),
    ),
    call.at,
  );
}

/** The types of an overload with parameters of this call's own. */
function instantiate(checker: Checker, { params, result }: Overload) {
  const own = new Map<string, Type>();
  const rename = (type: Type): Type => {
    if (type.kind === 'generic') return { ...type, of: type.of.map(rename) };
    if (type.kind !== 'param') return type;
    const known = own.get(type.name) ?? checker.unknown();
    own.set(type.name, known);
    return known;
  };
  return { params: params.map(rename), result: rename(result) };
}

function misfit({ name, target }: Call, types: readonly string[]): string {
  if (/^[@_!-]/.test(name))
    return `applies "${name.replace(/[_@]/g, '')}" to ${types.join(' and ')}, which it does not take`;
  const args = types.slice(target === undefined ? 0 : 1).join(', ');
  return `calls ${target === undefined ? '' : `${types[0] ?? ''}.`}${name}(${args}), which it cannot be called with`;
}

function runnerOf(name: string, candidates: readonly Overload[], args: readonly Code[]): Code['run'] {
  const lazy = Object.hasOwn(LAZY, name) ? LAZY[name] : undefined;
  if (lazy !== undefined) return lazy(args);
  return (slots) => {
    const values = args.map(({ run }) => run(slots));
    const overload = candidates.find(({ params }) => params.every((type, index) => fits(type, values[index] ?? null)));
    if (overload === undefined) return fail(`no such overload: ${name}(${values.map(typeName).join(', ')})`);
    return overload.run(...values);
  };
}

/** Those that do not need all of their arguments, and those that look into what they are given. */
const LAZY: Readonly<Record<string, (args: readonly Code[]) => Code['run']>> = {
  '_&&_': (args) => (slots) => logical(args, slots, false),
  '_||_': (args) => (slots) => logical(args, slots, true),
  '_?_:_':
    ([condition, yes, no]) =>
    (slots) => {
      const chosen = condition?.run(slots);
      if (typeof chosen !== 'boolean') return fail('no such overload: ?:');
      return (chosen ? yes : no)?.run(slots) ?? null;
    },
  or:
    ([first, second]) =>
    (slots) => {
      const value = first?.run(slots) ?? null;
      if (!isKind(value, 'optional')) return fail('no such overload: or');
      return value.value === undefined ? (second?.run(slots) ?? NONE) : value;
    },
  orValue:
    ([first, second]) =>
    (slots) => {
      const value = first?.run(slots) ?? null;
      if (!isKind(value, 'optional')) return fail('no such overload: orValue');
      return value.value === undefined ? (second?.run(slots) ?? null) : value.value;
    },
  '_[_]':
    ([operand, index]) =>
    (slots) =>
      indexValue(operand?.run(slots) ?? null, index?.run(slots) ?? null, false),
  '_[?_]':
    ([operand, index]) =>
    (slots) =>
      indexValue(operand?.run(slots) ?? null, index?.run(slots) ?? null, true),
};

/** One side that decides is enough, even if the other one fails. */
function logical(args: readonly Code[], slots: Slots, decisive: boolean): boolean {
  let failed: EvaluationError | undefined;
  for (const { run } of args) {
    try {
      const value = run(slots);
      if (value === decisive) return decisive;
      if (typeof value !== 'boolean') failed ??= new EvaluationError('no such overload: && or ||');
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error;
      failed ??= error;
    }
  }
  if (failed !== undefined) throw failed;
  return !decisive;
}
