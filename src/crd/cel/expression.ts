import type { Value } from './value';

/** An expression as it is written; macros are calls here. `at` is the place of its first character, for messages. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: Value; readonly at: number }
  | { readonly kind: 'name'; readonly name: string; readonly at: number }
  | Select
  | Call
  | { readonly kind: 'list'; readonly items: readonly Item[]; readonly at: number }
  | { readonly kind: 'map'; readonly entries: readonly Entry[]; readonly at: number }
  | { readonly kind: 'message'; readonly name: string; readonly at: number };

/** `operand.field`, or `operand.?field`. */
export interface Select {
  readonly kind: 'select';
  readonly operand: Expression;
  readonly field: string;
  readonly isOptional: boolean;
  readonly at: number;
}

/** A function, a method of `target`, or an operator by its name in CEL: `_+_`, `_[_]`, `_?_:_`. */
export interface Call {
  readonly kind: 'call';
  readonly name: string;
  readonly target?: Expression;
  readonly args: readonly Expression[];
  readonly at: number;
}

export interface Item {
  readonly value: Expression;
  readonly isOptional: boolean;
}

export interface Entry extends Item {
  readonly key: Expression;
}

/** An expression is none, or cannot be what it says. The message continues the place: `is not known`. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError';
  readonly code = 'EXPRESSION_ERROR';

  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

/** The field is not in the schema; the mistake that is made most. */
export class UnknownFieldError extends ExpressionError {
  constructor(
    readonly field: string,
    readonly known: readonly string[],
    at: number,
  ) {
    super(`has the field "${field}", which is not in the schema`, at);
  }
}

export class UnknownFunctionError extends ExpressionError {
  constructor(
    readonly functionName: string,
    at: number,
  ) {
    super(`calls "${functionName}", a function that CEL in Kubernetes does not have`, at);
  }
}

/** `a.b.c`, when it is nothing but names. */
export function qualifiedName(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'select' || expression.isOptional) return undefined;
  const prefix = qualifiedName(expression.operand);
  return prefix && `${prefix}.${expression.field}`;
}
