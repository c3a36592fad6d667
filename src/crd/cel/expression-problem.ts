import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { suggest } from '../suggest';
import { compileExpression, type Program } from './compile';
import { ExpressionError, UnknownFieldError, UnknownFunctionError } from './expression';
import { functions } from './functions';
import { celType } from './schema-type';
import { optionalOf, showType, type Type } from './type';

/** Where an expression stands. */
export interface ExpressionPlace {
  /** Of the value that it calls `self`. */
  readonly schema: JSONSchemaProps;
  /** Whether that is a custom resource, or one embedded in it. */
  readonly isResource: boolean;
  /** `oldSelf` is an optional, and not only there on updates. */
  readonly optionalOldSelf: boolean;
  readonly result: 'bool' | 'string';
}

/** What an expression of `x-kubernetes-validations` is: a program of `self` and `oldSelf`, or why the API server refuses it. */
export type ReadExpression = { readonly program: Program } | { readonly problem: string };

export function readExpression(text: string, place: ExpressionPlace): ReadExpression {
  try {
    const self = celType(place.schema, place.isResource);
    if (self === undefined) return { problem: 'is of a value whose type rules do not know: write its type' };
    return readTyped(text, self, place);
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'is nested too deep, or its schema is: make it flatter' };
    throw error;
  }
}

function readTyped(text: string, self: Type, { optionalOldSelf, result }: ExpressionPlace): ReadExpression {
  try {
    const program = compileExpression(text, [
      ['self', self],
      ['oldSelf', optionalOldSelf ? optionalOf(self) : self],
    ]);
    const type = showType(program.type);
    return type === result ? { program } : { problem: resultProblem(type, result) };
  } catch (error) {
    if (error instanceof ExpressionError) return { problem: problemOf(text, error) };
    throw error;
  }
}

/** What is wrong with an expression that gives a value of a type that is not wanted. */
export function resultProblem(type: string, wanted: string): string {
  return `gives ${type}: write an expression that gives a ${wanted}`;
}

/** What is wrong with the text of an expression, and the way out. */
export function problemOf(text: string, error: ExpressionError): string {
  return `${error.message}${placeOf(text, error)}: ${wayOut(error)}`;
}

/** For long expressions, where to look. */
function placeOf(text: string, { at }: ExpressionError): string {
  return text.length > 60 ? ` (at ${JSON.stringify(text.slice(at, at + 30))})` : '';
}

function wayOut(error: ExpressionError): string {
  if (error instanceof UnknownFieldError) return suggest(error.field, error.known, 'name one of the schema');
  if (error instanceof UnknownFunctionError) return suggest(error.functionName, functions().names, 'use another one');
  return 'correct the expression';
}
