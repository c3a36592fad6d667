import { selectField } from './access';
import { listCode, mapCode } from './aggregates';
import { callCode } from './calls';
import type { Checker, Code, Scope, Variable } from './code';
import { type Expression, ExpressionError, qualifiedName, type Select, UnknownFieldError } from './expression';
import { loopOf } from './loops';
import { parseExpression } from './parse';
import {
  assign,
  assignAll,
  type Bindings,
  BOOL,
  BYTES,
  DOUBLE,
  DYN,
  INT,
  isDyn,
  NULL,
  optionalOf,
  showType,
} from './type';
import { fieldNamed } from './schema-type';
import { STRING, substitute, type Type, typeFrom, typeOf, UINT } from './type';
import { sound, type Value } from './value';

export interface Program {
  readonly type: Type;
  /** The names of variables that it has. */
  readonly uses: ReadonlySet<string>;
  /** @throws EvaluationError */
  readonly run: (values: readonly Value[]) => Value;
  readonly expression: Expression;
  /** The type of a part of the expression. */
  readonly typeOf: (part: Expression) => Type;
}

interface Options {
  /** Whether there is `cel.bind`, which names a value: `cel.bind(name, value, expression)`. */
  readonly hasBind?: boolean;
}

/**
 * Checks the types of an expression as the API server does, and makes a function of it.
 *
 * @param variables by their names, in the order of the values that the function takes
 * @throws ExpressionError for what the API server does not compile
 */
export function compileExpression(
  text: string,
  variables: readonly (readonly [string, Type])[],
  { hasBind = false }: Options = {},
): Program {
  const compiler = new Compiler(hasBind);
  const scope = new Map(variables.map(([name, type]) => [name, compiler.variable(type)]));
  const expression = parseExpression(text);
  const { type, run } = compiler.compile(expression, scope);
  return {
    type: compiler.finish(type),
    uses: compiler.uses,
    run: (values) => run([...values]),
    expression,
    typeOf: (part) => compiler.final(compiler.typeOf(part)),
  };
}

/** Names that stand for types: `type(self.port) == int`. */
const TYPE_NAMES: ReadonlyMap<string, string> = new Map([
  ...['bool', 'bytes', 'double', 'int', 'null_type', 'string', 'uint'].map((name) => [name, name] as const),
  ['list', 'list(dyn)'],
  ['map', 'map(dyn, dyn)'],
  ['type', 'type(dyn)'],
  ['optional_type', 'optional_type(dyn)'],
  ['google.protobuf.Timestamp', 'timestamp'],
  ['google.protobuf.Duration', 'duration'],
  ['net.IP', 'net.IP'],
  ['net.CIDR', 'net.CIDR'],
]);

class Compiler implements Checker {
  readonly uses = new Set<string>();
  inFormat = 0;
  #bindings: Bindings = new Map();
  #slots = 0;
  #params = 0;
  readonly #later: (() => void)[] = [];
  readonly #types = new Map<Expression, Type>();

  constructor(readonly hasBind: boolean) {}

  compile(expression: Expression, scope: Scope): Code {
    const code = this.#code(expression, scope);
    this.#types.set(expression, code.type);
    return code;
  }

  finish(type: Type): Type {
    for (const check of this.#later) check();
    return this.final(type);
  }

  variable(type: Type): Variable {
    return { type, slot: this.#slots++ };
  }

  unknown(): Type {
    return { kind: 'param', name: `_${this.#params++}` };
  }

  known(type: Type): Type {
    return substitute(type, this.#bindings);
  }

  final(type: Type): Type {
    return substitute(type, this.#bindings, true);
  }

  show(type: Type): string {
    return showType(this.final(type));
  }

  takes(given: Type, wanted: Type): boolean {
    return this.#learn(assign(this.#bindings, given, wanted));
  }

  takesAll(given: readonly Type[], wanted: readonly Type[]): boolean {
    return this.#learn(assignAll(this.#bindings, given, wanted));
  }

  #learn(bindings: Bindings | undefined): boolean {
    if (bindings !== undefined) this.#bindings = bindings;
    return bindings !== undefined;
  }

  require(code: Code, type: Type, at: number): void {
    if (this.takes(code.type, type)) return;
    throw new ExpressionError(`has ${this.show(code.type)} where ${showType(type)} should be`, at);
  }

  later(check: () => void): void {
    this.#later.push(check);
  }

  typeOf(expression: Expression): Type {
    return this.#types.get(expression) ?? DYN;
  }

  fieldType(operand: Type, field: string, at: number, isOptional = false): Type {
    const known = this.known(operand);
    const isWrapped = known.kind === 'generic' && known.name === 'optional_type';
    const type = this.#fieldOf(isWrapped ? (known.of[0] ?? DYN) : known, field, at);
    return isWrapped || isOptional ? optionalOf(type) : type;
  }

  #fieldOf(target: Type, field: string, at: number): Type {
    if (target.kind === 'object') {
      const type = fieldNamed(field, (name) => target.fields.get(name));
      if (type === undefined) throw new UnknownFieldError(field, [...target.fields.keys()], at);
      return type;
    }
    if (target.kind === 'generic' && target.name === 'map') return target.of[1] ?? DYN;
    if (target.kind === 'param') this.takes(DYN, target);
    else if (!isDyn(target)) throw new ExpressionError(`asks ${showType(target)} for the field "${field}"`, at);
    return DYN;
  }

  #code(expression: Expression, scope: Scope): Code {
    switch (expression.kind) {
      case 'constant': {
        const { value } = expression;
        return { type: constantType(value), constant: value, run: () => value };
      }
      case 'name':
        return this.#name(expression.name, scope) ?? unknownName(expression.name, expression.at);
      case 'select':
        return this.#select(expression, scope);
      case 'call':
        return loopOf(this, expression, scope) ?? callCode(this, expression, scope);
      case 'list':
        return listCode(this, expression, scope);
      case 'map':
        return mapCode(this, expression, scope);
      case 'message':
        throw new ExpressionError(`makes a ${expression.name}, and no schema has such`, expression.at);
    }
  }

  #name(name: string, scope: Scope): Code | undefined {
    const variable = scope.get(name);
    if (variable !== undefined) {
      const { type, slot } = variable;
      this.uses.add(name);
      return { type: this.known(type), run: (slots) => sound(slots[slot] ?? null) };
    }
    const text = TYPE_NAMES.get(name);
    if (text === undefined) return undefined;
    const type = typeFrom(text);
    const value: Value = { kind: 'type', name: type.kind === 'object' ? 'map' : type.name };
    return { type: typeOf(type), run: () => value };
  }

  #select(expression: Select, scope: Scope): Code {
    const { operand, field, isOptional, at } = expression;
    const qualified = isOptional ? undefined : qualifiedName(expression);
    const named = qualified === undefined ? undefined : this.#name(qualified, scope);
    if (named !== undefined) return named;
    const { type, run } = this.compile(operand, scope);
    const result = this.fieldType(type, field, at, isOptional);
    return { type: result, run: (slots) => selectField(run(slots), field, isOptional) };
  }
}

function unknownName(name: string, at: number): never {
  throw new ExpressionError(`has the variable "${name}", which is not known`, at);
}

function constantType(value: Value): Type {
  if (typeof value === 'bigint') return INT;
  if (typeof value === 'number') return DOUBLE;
  if (typeof value === 'string') return STRING;
  if (typeof value === 'boolean') return BOOL;
  if (value === null) return NULL;
  return value instanceof Uint8Array ? BYTES : UINT;
}
