import type { JSONSchemaProps } from '../manifest/kubernetes';
import { isStringFormat } from './formats';
import { show, showChoice } from './value-problem';
import { own } from './own';

/**
 * What a value is to the API server, which reads it from JSON. A number is an `integer` when it has no fraction and fits into 64 bits,
 * and a `number` otherwise, like 1e30. `none` is what JSON has no words for: NaN, a bigint, a function.
 */
export type ValueType = 'array' | 'boolean' | 'integer' | 'none' | 'null' | 'number' | 'object' | 'string';

export function typeOf(value: unknown): ValueType {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      if (Number.isInteger(value) && value < 2 ** 63 && value >= -(2 ** 63)) return 'integer';
      return Number.isFinite(value) ? 'number' : 'none';
    case 'object':
      return value === null ? 'null' : Array.isArray(value) ? 'array' : 'object';
    // In a list, JSON writes null for it. As a field it is left out, and does not get here.
    case 'undefined':
      return 'null';
    default:
      return 'none';
  }
}

/** The types that a schema asks for; none when any will do. */
function typesOf(schema: JSONSchemaProps): readonly string[] {
  if (schema['x-kubernetes-int-or-string'] === true) return ['integer', 'string'];
  return schema.type ? [schema.type] : [];
}

/**
 * Whether the API server takes a value of a type, as far as types go. With a format that is for strings it takes any string, and any
 * list, unless the schema asks for a number; without a type, it takes nothing else then. (`number` for an integer needs a look at the
 * value: `isNearlyWhole`.)
 */
export function takes(schema: JSONSchemaProps, type: ValueType): boolean {
  const types = typesOf(schema);
  const hasFormat = isStringFormat(schema.format ?? '');
  if (type === 'none') return false;
  if (type === 'null') return types.length === 0 || schema.nullable === true;
  if (types.length === 0 && !hasFormat) return true;
  if (types.includes(type) || (type === 'integer' && types.includes('number'))) return true;
  const asksForNumber = types.includes('number') || types.includes('integer');
  return hasFormat && !asksForNumber && (type === 'string' || type === 'array');
}

/** The server's idea of a whole number, for one that it read with a fraction: it may be off by a billionth. */
export function isNearlyWhole(value: number): boolean {
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) return false;
  const whole = Math.floor(value);
  return whole === value || (whole >= 1 && (value - whole) / (value + whole) < 1e-9);
}

const NAMES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'an integer',
  number: 'a number',
  object: 'an object',
  string: 'a string',
};

/** What fits a schema, as far as a few words can tell: `a list`, `"a" or "b"`. */
export function whatFits(schema: JSONSchemaProps | null | undefined): string {
  const choices = schema?.enum?.filter((each) => typeof each === 'string');
  if (choices && choices.length > 0) return showChoice(choices.map(show));
  const types = schema ? typesOf(schema) : [];
  return types.map((type) => own(NAMES, type) ?? type).join(' or ') || 'a value';
}

/** A value with what it is: `"3", a string`, `a list`. */
export function describe(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  const what = SCALARS[typeof value];
  return what === undefined || Number.isNaN(value) ? show(value) : `${show(value)}, ${what}`;
}

const SCALARS: Readonly<Record<string, string>> = {
  bigint: 'a bigint',
  boolean: 'a boolean',
  number: 'a number',
  string: 'a string',
};
