import type { Checker, Code, Scope } from './code';
import { type Expression, ExpressionError } from './expression';
import { DYN, isDyn, listOf, mapOf, moreGeneral, sameType, showType, type Type } from './type';
import { fail, isKind, list, map, typeName, type Value } from './value';

type ListExpression = Extract<Expression, { kind: 'list' }>;
type MapExpression = Extract<Expression, { kind: 'map' }>;

/** `[a, ?b]` */
export function listCode(checker: Checker, { items }: ListExpression, scope: Scope): Code {
  const codes = items.map((item) => ({ ...partOf(checker, item.value, item.isOptional, scope), ...item }));
  const type = listOf(joined(checker, codes));
  return {
    type,
    run: (slots) => list(codes.flatMap(({ run, isOptional }) => given(run(slots), isOptional))),
  };
}

/** `{a: b, ?c: d}` */
export function mapCode(checker: Checker, { entries }: MapExpression, scope: Scope): Code {
  const codes = entries.map(({ key, value, isOptional }) => ({
    ...{ isOptional, key: partOf(checker, key, false, scope), value: partOf(checker, value, isOptional, scope) },
  }));
  const keyType = joined(
    checker,
    codes.map(({ key }) => key),
  );
  const valueType = joined(
    checker,
    codes.map(({ value }) => value),
  );
  return {
    type: mapOf(keyType, valueType),
    run: (slots) => {
      const pairs = codes.flatMap(({ key, value, isOptional }) => {
        const own = key.run(slots);
        return given(value.run(slots), isOptional).map((each) => [own, each] as const);
      });
      const made = map(pairs);
      return made.entries.size < pairs.length ? fail('map key conflict') : made;
    },
  };
}

interface Part extends Code {
  readonly at: number;
}

function partOf(checker: Checker, expression: Expression, isOptional: boolean, scope: Scope): Part {
  const { type, run } = checker.compile(expression, scope);
  return { run, at: expression.at, type: isOptional ? unwrapped(checker, type, expression.at) : type };
}

function unwrapped(checker: Checker, type: Type, at: number): Type {
  const known = checker.known(type);
  if (isDyn(known)) return DYN;
  if (known.kind === 'generic' && known.name === 'optional_type') return known.of[0] ?? DYN;
  throw new ExpressionError(`has ${checker.show(known)} after "?", where an optional should be`, at);
}

/** The type of all the parts of a literal, which must be the same. */
function joined(checker: Checker, parts: readonly Part[]): Type {
  const [first, ...rest] = parts;
  if (first === undefined) return checker.unknown();
  if (checker.inFormat === 0) checker.later(() => requireOneType(checker, parts));
  return rest.reduce<Type>((type, part) => {
    const fits = checker.takes(type, part.type);
    return fits ? moreGeneral(checker.known(type), checker.known(part.type)) : DYN;
  }, first.type);
}

function requireOneType(checker: Checker, parts: readonly Part[]): void {
  const types = parts.map(({ type }) => checker.final(type));
  const first = types[0] ?? DYN;
  const odd = types.findIndex((type) => !sameType(type, first));
  if (odd < 0) return;
  const message = `has ${showType(types[odd] ?? DYN)} beside ${showType(first)} in a list or map`;
  throw new ExpressionError(message, parts[odd]?.at ?? 0);
}

function given(value: Value, isOptional: boolean): readonly Value[] {
  if (!isOptional) return [value];
  if (!isKind(value, 'optional')) return fail(`no such overload: ?${typeName(value)}`);
  return value.value === undefined ? [] : [value.value];
}
