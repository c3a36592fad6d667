import { splitArguments, type Type, typeFrom } from './type';
import { isKind, typeName, type Value } from './value';

/** One way to call a function. The target of a method is its first parameter. */
export interface Overload {
  readonly isMethod: boolean;
  readonly params: readonly Type[];
  readonly result: Type;
  readonly run: (...args: readonly Value[]) => Value;
}

/**
 * Functions by their signatures: `<string>.charAt(int): string`, `quantity(string): kubernetes.Quantity`. A capital letter is a type
 * parameter. What a signature names is what its function is given; it throws an EvaluationError where it has no answer.
 */
export type FunctionTable = Readonly<Record<string, (...args: never[]) => Value>>;

export function overloadsOf(tables: readonly FunctionTable[]): ReadonlyMap<string, readonly Overload[]> {
  const functions = new Map<string, Overload[]>();
  for (const [signature, run] of tables.flatMap((table) => Object.entries(table))) {
    const [, target, name = '', params = '', result = ''] =
      /^(?:<(.+?)>\.)?([^\s(]+)\((.*)\): (.+)$/.exec(signature) ?? [];
    const types = [...(target === undefined ? [] : [target]), ...splitArguments(params)].map(typeFrom);
    // An overload is only run on values that fit its parameters.
    const overload = {
      isMethod: target !== undefined,
      params: types,
      result: typeFrom(result),
      run: run as Overload['run'],
    };
    functions.set(name, [...(functions.get(name) ?? []), overload]);
  }
  return functions;
}

/** Whether a value can be an argument, as far as its outermost type tells. */
export function fits(type: Type, value: Value): boolean {
  if (type.kind === 'param') return true;
  if (type.kind === 'object') return isKind(value, 'map');
  return type.name === 'dyn' || type.name === typeName(value);
}
