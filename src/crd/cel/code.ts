import type { Expression } from './expression';
import type { Type } from './type';
import type { Value } from './value';

/** The values of the variables, each in its own slot. */
export interface Slots extends Array<Value> {
  /** How many rounds its loops have made. */
  rounds?: number;
}

/** An expression whose types are checked. */
export interface Code {
  readonly type: Type;
  /** What it always is, where the API server computes it in advance. */
  readonly constant?: Value;
  /** @throws EvaluationError */
  readonly run: (slots: Slots) => Value;
}

export interface Variable {
  readonly type: Type;
  readonly slot: number;
}

export type Scope = ReadonlyMap<string, Variable>;

/** What the parts of the compiler know of one expression and share. */
export interface Checker {
  /** @throws ExpressionError for what the API server does not compile */
  compile(expression: Expression, scope: Scope): Code;
  variable(type: Type): Variable;
  /** A type that is not known yet. */
  unknown(): Type;
  /** What a type is as far as it is known now. */
  known(type: Type): Type;
  /** What it is when all is known: `dyn` for what is still open. */
  final(type: Type): Type;
  show(type: Type): string;
  /** Whether a type fits another, and what that tells of types that are not known yet. */
  takes(given: Type, wanted: Type): boolean;
  takesAll(given: readonly Type[], wanted: readonly Type[]): boolean;
  /** @throws ExpressionError when the type of the code does not fit */
  require(code: Code, type: Type, at: number): void;
  /** The type of a field. @throws ExpressionError when there is none */
  fieldType(operand: Type, field: string, at: number, isOptional?: boolean): Type;
  /** Asks something when all types are known. */
  later(check: () => void): void;
  /** The type of a part that was compiled. */
  typeOf(expression: Expression): Type;
  /** The variables that are used so far. */
  readonly uses: Set<string>;
  /** Whether there is `cel.bind`, which only some expressions have. */
  readonly hasBind: boolean;
  /** How many calls of `format` it is in, which takes lists of anything. */
  inFormat: number;
}
