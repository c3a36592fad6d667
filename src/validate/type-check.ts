import type { Scalar, SchemaField, TypeCode } from '../manifest/schema-table';
import { asJson } from './as-json';
import { split } from './check-field';
import { type Changes, mapOf, withChanges } from './map-of';
import { Path } from './path';
import { SCALARS, type ScalarType } from './scalars';
import { addDuplicates, addUnknownWord, addWrongScalar, addWrongSort, type Findings } from './structural-mistakes';
import { DUPLICATES_REFUSED } from './structure-codes';
import { readType, type Type } from './type-code';
import type { Visitors } from './visitors';

/** Checks a field, a key or an index of what is at `parent`, and gives its value as the server reads it. What is right is not copied. */
export type Check = (value: unknown, parent: Path, step: string | number) => unknown;

/**
 * How much the server looks at: `strict`, everything; `open`, all but unknown fields, which its own decoders of one of several types
 * skip; `types`, types and unknown fields, because the field is ignored.
 */
export type Mode = 'strict' | 'open' | 'types';

/** What the checks of types refer to. */
export interface Surroundings {
  readonly findings: Findings;
  readonly visitors: Visitors;
  /** The fields without which there is no value of a definition; of what is no definition, none. */
  requiredBy(name: string): readonly string[];
  /** The check of the values of a definition. */
  definitionCheck(name: string, mode: Mode): (value: unknown, at: Path) => unknown;
}

/** A field, or what is in it: `Container.args`, `Container.args[]`. */
interface Place {
  readonly name: string;
  readonly field: SchemaField;
  readonly mode: Mode;
}

/** Makes the check of a field: `Container.args`. */
export function fieldCheck(around: Surroundings, name: string, cell: TypeCode | SchemaField, mode: Mode): Check {
  const field: SchemaField = typeof cell === 'string' ? { type: cell } : cell;
  return typeCheck(around, readType(field.type), { name, field, mode: field.ignored ? 'types' : mode });
}

/** The check of a type, and what is asked of the values that are of it. */
function typeCheck(around: Surroundings, type: Type, place: Place): Check {
  const check = plainTypeCheck(around, type, place);
  const { findings, visitors } = around;
  const visits = place.mode === 'types' ? [] : visitors.ofField(place.name);
  if (visits.length === 0) return check;
  return (value, parent, step) => {
    const before = findings.broken;
    const seen = check(value, parent, step);
    if (findings.broken === before) for (const visit of visits) visit(seen, parent, step);
    return seen;
  };
}

function plainTypeCheck(around: Surroundings, type: Type, place: Place): Check {
  const { field, mode } = place;
  if (type.is === 'either') return eitherCheck(around, type.of, place);
  if (type.is === 'list') return listCheck(around, type.of, place);
  if (type.is === 'map') return mapCheck(around, type.of, place);
  const scalar = scalarOf(type.name, mode);
  if (scalar !== undefined) return scalarCheck(scalar, mode === 'types' ? undefined : field.enum, around.findings);
  const check = around.definitionCheck(type.name, mode);
  return (value, parent, step) => check(value, new Path(parent, step));
}

function listCheck(around: Surroundings, of: Type, place: Place): Check {
  const { findings } = around;
  const item = typeCheck(around, of, { ...place, name: `${place.name}[]` });
  const zero = zeroOf(of);
  const apart = toldApartBy(around, of, place);
  return (given, parent, step) => {
    const at = new Path(parent, step);
    const value = asJson(given);
    if (!Array.isArray(value)) {
      addWrongSort(findings, at, value, 'a list');
      return value;
    }
    const items: readonly unknown[] = value;
    let changed: unknown[] | undefined;
    for (let index = 0; index < items.length; index++) {
      const content = items[index] ?? zero;
      const seen = content === undefined ? undefined : item(content, at, index);
      if (seen !== items[index]) (changed ??= [...items])[index] = seen;
    }
    const read = changed ?? items;
    if (apart !== undefined) addDuplicates(findings, at, read, apart);
    return read;
  };
}

/** By which keys the items of a list are told apart, and what it is called when two are alike; undefined where nobody minds. */
function toldApartBy(around: Surroundings, of: Type, { name, field, mode }: Place) {
  if (mode === 'types') return undefined;
  const refused = DUPLICATES_REFUSED[name];
  // What is in one of several types, such as the items of a JSON schema, server-side apply replaces as a whole.
  const keys = refused ?? (mode === 'strict' ? field.keys : undefined);
  if (keys === undefined) return undefined;
  const required = of.is === 'name' ? around.requiredBy(of.name) : [];
  return { keys, required, code: refused === undefined ? 'duplicate-list-key' : 'duplicate-item' } as const;
}

function mapCheck(around: Surroundings, of: Type, place: Place): Check {
  const { findings } = around;
  const item = typeCheck(around, of, { ...place, name: `${place.name}{}` });
  const zero = zeroOf(of);
  return (given, parent, step) => {
    const at = new Path(parent, step);
    const value = mapOf(given, at, findings);
    if (value === undefined) return given;
    let changed: Changes | undefined;
    for (const key of Object.keys(value)) {
      if (value[key] === undefined) {
        (changed ??= new Map()).set(key, undefined); // A rule may look at every entry.
        continue;
      }
      const content = value[key] ?? zero;
      const seen = content === undefined ? undefined : item(content, at, key);
      if (seen !== value[key]) (changed ??= new Map()).set(key, seen);
    }
    return withChanges(value, changed);
  };
}

/**
 * One of several types, told apart by whether the value is a list, a map or a scalar. Where a list is one of them, the server's decoder
 * takes a scalar for nothing.
 */
function eitherCheck(around: Surroundings, types: readonly Type[], place: Place): Check {
  const mode = place.mode === 'types' ? 'types' : 'open';
  const checks = types.map((type) => ({ type, check: typeCheck(around, type, { ...place, mode }) }));
  const ignoresScalars = types.some(({ is }) => is === 'list');
  return (given, parent, step) => {
    const value = asJson(given);
    if (ignoresScalars && typeof value !== 'object') return undefined;
    const found = checks.find(({ type }) => isSort(value, type)) ?? checks[0];
    return found?.check(value, parent, step);
  };
}

function scalarCheck(scalar: ScalarType, words: readonly string[] | undefined, findings: Findings): Check {
  const { fits, problem, what } = scalar;
  const known = words && new Set<unknown>(words);
  return (given, parent, step) => {
    const value = isPlain(given) ? given : asJson(given);
    if (!fits(value)) {
      addWrongScalar(findings, new Path(parent, step), value, what);
      return value;
    }
    if (known !== undefined) {
      if (!known.has(value)) addUnknownWord(findings, new Path(parent, step), value, words ?? []);
      return value;
    }
    const phrase = problem?.(value);
    if (phrase !== undefined) {
      const { message, fix } = split(value, phrase);
      findings.add('invalid-format', new Path(parent, step), message, fix);
    }
    return typeof value === 'bigint' ? Number(value) : value; // Rules count with numbers.
  };
}

/** That a string is a percentage is no matter of its type. */
function scalarOf(name: string, mode: Mode): ScalarType | undefined {
  return SCALARS[(mode === 'types' && name === 'int-or-percent' ? 'int-or-string' : name) as Scalar];
}

function isPlain(value: unknown): boolean {
  return typeof value !== 'object' && typeof value !== 'bigint';
}

function isSort(value: unknown, type: Type): boolean {
  if (type.is === 'list') return Array.isArray(value);
  if (type.is === 'name' && type.name in SCALARS) return SCALARS[type.name as Scalar].fits(value);
  return typeof value === 'object' && !Array.isArray(value);
}

function zeroOf(type: Type): unknown {
  if (type.is !== 'name') return undefined;
  const scalar = SCALARS[type.name as Scalar] as ScalarType | undefined;
  return scalar === undefined ? {} : scalar.zero;
}
