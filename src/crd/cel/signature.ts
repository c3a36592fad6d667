import { push } from '../../values/push';
import { remember } from '../../values/remember';
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

/** The overloads of functions by their names. Signatures are read when they are first asked for: a rule needs a few of three hundred. */
export class FunctionIndex {
  readonly #signatures = new Map<string, (readonly [string, Overload['run']])[]>();

  constructor(tables: readonly FunctionTable[]) {
    for (const [signature, run] of tables.flatMap((table) => Object.entries(table))) {
      // An overload is only run on values that fit its parameters.
      push(this.#signatures, nameIn(signature), [signature, run as Overload['run']]);
    }
  }

  get names(): readonly string[] {
    return [...this.#signatures.keys()];
  }

  readonly get = remember((name) =>
    this.#signatures.get(name)?.map(([signature, run]) => readSignature(signature, run)),
  );
}

function nameIn(signature: string): string {
  const start = signature.startsWith('<') ? signature.indexOf('>.') + 2 : 0;
  return signature.slice(start, signature.indexOf('(', start));
}

function readSignature(signature: string, run: Overload['run']): Overload {
  const [, target, params = '', result = ''] = /^(?:<(.+?)>\.)?[^\s(]+\((.*)\): (.+)$/.exec(signature) ?? [];
  const types = [...(target === undefined ? [] : [target]), ...splitArguments(params)];
  return { isMethod: target !== undefined, params: types.map(typeFrom), result: typeFrom(result), run };
}

/** Whether a value can be an argument, as far as its outermost type tells. */
export function fits(type: Type, value: Value): boolean {
  if (type.kind === 'param') return true;
  if (type.kind === 'object') return isKind(value, 'map');
  return type.name === 'dyn' || type.name === typeName(value);
}
