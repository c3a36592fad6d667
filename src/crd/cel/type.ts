/** The static type of an expression in CEL. An object of a schema is only itself: two that look the same are two types. */
export type Type =
  | { readonly kind: 'simple'; readonly name: string }
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'generic'; readonly name: 'list' | 'map' | 'optional_type' | 'type'; readonly of: readonly Type[] }
  | { readonly kind: 'object'; readonly fields: ReadonlyMap<string, Type> };

const simple = (name: string): Type => ({ kind: 'simple', name });

export const DYN = simple('dyn');
export const INT = simple('int');
export const UINT = simple('uint');
export const DOUBLE = simple('double');
export const BOOL = simple('bool');
export const STRING = simple('string');
export const BYTES = simple('bytes');
export const NULL = simple('null_type');
export const TIMESTAMP = simple('google.protobuf.Timestamp');
export const DURATION = simple('google.protobuf.Duration');

export const listOf = (item: Type): Type => ({ kind: 'generic', name: 'list', of: [item] });
export const mapOf = (key: Type, value: Type): Type => ({ kind: 'generic', name: 'map', of: [key, value] });
export const optionalOf = (value: Type): Type => ({ kind: 'generic', name: 'optional_type', of: [value] });
export const typeOf = (type: Type): Type => ({ kind: 'generic', name: 'type', of: [type] });

const SHORT: Readonly<Record<string, Type>> = { timestamp: TIMESTAMP, duration: DURATION };

/**
 * Reads a type from a signature: `list(A)`, `map(string,dyn)`, `optional_type(A)`, `int`. One capital letter is a parameter.
 */
export function typeFrom(text: string): Type {
  const [, name = '', inner] = /^([\w.]+)(?:\((.*)\))?$/.exec(text) ?? [];
  if (inner !== undefined) {
    return { kind: 'generic', name: name as 'list', of: splitArguments(inner).map(typeFrom) };
  }
  return /^[A-Z]$/.test(name) ? { kind: 'param', name } : (SHORT[name] ?? simple(name));
}

/** Splits at commas that are in no brackets. */
export function splitArguments(text: string): readonly string[] {
  if (text.trim() === '') return [];
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (text[at] === ',' && depth === 0) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return [...parts, text.slice(from).trim()];
}

/** For messages: `list(string)`, `object`. */
export function showType(type: Type): string {
  if (type.kind === 'object') return 'object';
  if (type.kind === 'param') return 'dyn';
  return type.kind === 'simple' ? type.name : `${type.name}(${type.of.map(showType).join(', ')})`;
}

/** Whether two types are the same, type parameters by their names. */
export function sameType(a: Type, b: Type): boolean {
  if (a === b) return true;
  if (a.kind === 'generic') {
    return b.kind === 'generic' && a.name === b.name && a.of.every((each, index) => sameType(each, b.of[index] ?? DYN));
  }
  return a.kind !== 'object' && a.kind === b.kind && a.name === b.name;
}

/** What is known of type parameters so far. `assign` gives the new one when a type fits another, and undefined when it does not. */
export type Bindings = ReadonlyMap<string, Type>;

/** Replaces parameters by what they stand for; those that stand for nothing stay, or become `dyn`. */
export function substitute(type: Type, bindings: Bindings, isFinal = false): Type {
  if (type.kind === 'param') {
    const bound = bindings.get(type.name);
    if (bound !== undefined) return substitute(bound, bindings, isFinal);
    return isFinal ? DYN : type;
  }
  if (type.kind !== 'generic') return type;
  return { ...type, of: type.of.map((each) => substitute(each, bindings, isFinal)) };
}

/** Whether values of the types `given` may stand where `wanted` are asked for, by the rules of cel-go. */
export function assignAll(bindings: Bindings, given: readonly Type[], wanted: readonly Type[]): Bindings | undefined {
  if (given.length !== wanted.length) return undefined;
  let known: Bindings | undefined = bindings;
  for (const [index, type] of given.entries()) {
    known = known && assign(known, type, wanted[index] ?? DYN);
  }
  return known;
}

export function assign(bindings: Bindings, given: Type, wanted: Type): Bindings | undefined {
  if (wanted.kind === 'param') {
    const found = bind(bindings, given, wanted);
    if (found !== 'open') return found;
  }
  if (given.kind === 'param') {
    const found = bind(bindings, wanted, given);
    return found === 'open' ? undefined : found;
  }
  if (isDyn(given) || isDyn(wanted)) return bindings;
  if (sameType(given, NULL)) return isNullable(wanted) ? bindings : undefined;
  if (sameType(wanted, NULL)) return isNullable(given) ? bindings : undefined;
  if (given.kind === 'generic' && wanted.kind === 'generic') {
    if (given.name !== wanted.name) return undefined;
    return given.name === 'type' ? bindings : assignAll(bindings, given.of, wanted.of);
  }
  return sameType(given, wanted) ? bindings : undefined;
}

/** Makes a parameter stand for a type. `open` when that would be a type in itself. */
function bind(bindings: Bindings, type: Type, param: Type & { readonly kind: 'param' }): Bindings | undefined | 'open' {
  if (sameType(type, param)) return bindings;
  const bound = bindings.get(param.name);
  if (bound === undefined) return occurs(bindings, param.name, type) ? 'open' : with_(bindings, param.name, type);
  if (sameType(type, bound)) return bindings;
  const found = assign(bindings, type, bound);
  if (found === undefined) return undefined;
  const general = moreGeneral(type, bound);
  return occurs(found, param.name, general) ? found : with_(found, param.name, general);
}

function with_(bindings: Bindings, name: string, type: Type): Bindings {
  return new Map([...bindings, [name, type]]);
}

function occurs(bindings: Bindings, name: string, type: Type): boolean {
  if (type.kind === 'generic') return type.of.some((each) => occurs(bindings, name, each));
  if (type.kind !== 'param') return false;
  if (type.name === name) return true;
  const bound = bindings.get(type.name);
  return bound !== undefined && occurs(bindings, name, bound);
}

/** Whether only the value tells its type. `any` is what a variable is declared as, and `dyn` what else nobody knows. */
export function isDyn(type: Type): boolean {
  return type.kind === 'simple' && (type.name === 'dyn' || type.name === 'any');
}

function isNullable(type: Type): boolean {
  if (type.kind === 'generic') return type.name === 'optional_type';
  if (type.kind === 'simple') return type.name === 'null_type' || type.name.includes('.');
  return type.kind === 'object';
}

/** The one of two types that takes more values. */
export function moreGeneral(a: Type, b: Type): Type {
  return isAsGeneral(a, b) ? a : b;
}

function isAsGeneral(a: Type, b: Type): boolean {
  if (isDyn(a) || a.kind === 'param') return true;
  if (isDyn(b) || b.kind === 'param') return false;
  if (a.kind === 'generic' && b.kind === 'generic') {
    if (a.name !== b.name) return false;
    return a.name === 'type' || a.of.every((each, index) => isAsGeneral(each, b.of[index] ?? DYN));
  }
  return sameType(a, b);
}
