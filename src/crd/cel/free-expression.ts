import { compileExpression } from './compile';
import { ExpressionError } from './expression';
import { problemOf, resultProblem } from './expression-problem';
import { showType, type Type, typeFrom } from './type';

/** The name of a type in CEL, such as `map(string,dyn)`; the types of its fields for an object that has just these. */
export type TypeWords = string | { readonly [field: string]: TypeWords };

/** What an expression that belongs to no schema can read, and what it must give. */
export interface FreePlace {
  readonly variables: Readonly<Record<string, TypeWords>>;
  /** Variables that are `dyn` only because their types are not known here. */
  readonly unknown?: readonly string[];
  /** Whether there is `cel.bind`. */
  readonly hasBind?: boolean;
  /** Types by their names in CEL; undefined when any will do. */
  readonly results?: readonly string[];
}

/** The name of the type that the expression gives, undefined where that is not known, or what the API server has against it. */
export type FreeExpression = { readonly type: string | undefined } | { readonly problem: string };

/** Reads an expression in CEL outside of a custom resource, such as one of an admission policy, as the API server does. */
export function readFreeExpression(text: string, place: FreePlace): FreeExpression {
  try {
    return readTyped(text, place);
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: problemOf(text, error) };
    // One that is deeper than the stack is for the server to judge.
    if (!(error instanceof RangeError)) throw error;
  }
  return { type: undefined };
}

function readTyped(text: string, { variables, unknown = [], hasBind, results }: FreePlace): FreeExpression {
  const types = Object.entries(variables).map(([name, type]) => [name, variableType(type)] as const);
  const program = compileExpression(text, types, { hasBind });
  const type = showType(program.type);
  // It may be that only here nobody knows what it gives.
  const isUnknown = type === 'dyn' && unknown.some((name) => program.uses.has(name));
  if (results !== undefined && !results.includes(type) && !isUnknown)
    return { problem: resultProblem(type, results[0] ?? '') };
  return { type: isNamed(program.type) && !isUnknown ? type : undefined };
}

function variableType(type: TypeWords): Type {
  if (typeof type === 'string') return typeFrom(type);
  return { kind: 'object', fields: new Map(Object.entries(type).map(([name, field]) => [name, variableType(field)])) };
}

/** Whether its name says all about it. */
function isNamed(type: Type): boolean {
  return type.kind === 'simple' || (type.kind === 'generic' && type.of.every(isNamed));
}
