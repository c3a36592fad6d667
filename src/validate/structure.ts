import { type Fields, isFields } from '../manifest/fields';
import type { Scalar, SchemaField, TypeCode } from '../manifest/schema-table';
import { asJson } from './as-json';
import { split } from './check-field';
import { isNeeded, type Occurrence, type Occurrences } from './occurrences';
import { ROOT, Path } from './path';
import { SCALARS, type ScalarType } from './scalars';
import type { Schema } from './schema';
import {
  addDuplicates,
  addFieldMistakes,
  addUnknownWord,
  addWrongScalar,
  addWrongSort,
  type Findings,
} from './structural-mistakes';
import { DUPLICATES_REFUSED } from './structure-codes';
import { readType, type Type } from './type-code';

/** What is asked of the values of a definition. */
export interface Visitor {
  visit(value: object, at: Path): void;
  /** It is asked when one of these is among what the value consists of; without them, always. */
  readonly needs: readonly Occurrence[] | undefined;
}

/** What is asked of values whose structure is right. */
export interface Visitors {
  /** About the values of a definition: `Container`. The list may grow. */
  of(definition: string): readonly Visitor[];
  /** About the values of a field: `Container.image`, `Container.args[]`, `ObjectMeta.labels{}`. */
  ofField(name: string): readonly FieldVisitor[];
}

/** Is asked about the value of a field, a key or an index of what is at `parent`. */
export type FieldVisitor = (value: unknown, parent: Path, step: string | number) => void;

/** Checks an object, and gives it as the server reads it: without its nulls. What is right is not copied. */
export type ObjectCheck = (value: unknown) => unknown;

/**
 * Makes the checks of all definitions of a table. Each is made when a value first needs it.
 */
export function structureOf(
  table: Schema,
  findings: Findings,
  visitors: Visitors,
  occurrences: Occurrences,
): (definition: string, at?: Path) => ObjectCheck {
  const bodies = new Map<string, Body>();

  function bodyOf(name: string, mode: Mode): Body {
    const key = `${name} ${mode}`;
    let body = bodies.get(key);
    if (body === undefined) bodies.set(key, (body = makeBody(name, mode)));
    return body;
  }

  function makeBody(name: string, mode: Mode): Body {
    const { fields = {}, required = [] } = table.definition(name) ?? {};
    const asked = mode === 'types' ? [] : visitors.of(name);
    const own = occurrences.of(name);
    const wanted = mode === 'types' ? [] : required;
    const known = new Set(Object.keys(fields));
    const checks = new Map<string, FieldCheck>();
    const checkOf = (field: string): FieldCheck | undefined => {
      if (!known.has(field)) return undefined;
      const path = `${name}.${field}`;
      const check = { check: fieldCheck(path, fields[field] ?? 'any', mode), occurrence: occurrences.of(path) };
      checks.set(field, check);
      return check;
    };
    return (given, at) => {
      const value = mapOf(given, at, findings);
      if (value === undefined) return undefined;
      const begin = (own.last = occurrences.begin());
      const before = findings.broken;
      let changed: Changes | undefined;
      let unknown: string[] | undefined;
      for (const field of Object.keys(value)) {
        const found = checks.get(field) ?? checkOf(field);
        const content = value[field];
        if (found === undefined) {
          if (content !== undefined) (unknown ??= []).push(field);
        } else if (content === null) (changed ??= new Map()).set(field, undefined);
        else if (content !== undefined) {
          found.occurrence.last = begin;
          const seen = found.check(content, at, field);
          if (seen !== content) (changed ??= new Map()).set(field, seen);
        }
      }
      if (unknown !== undefined || lacksSome(value, wanted)) {
        addFieldMistakes(findings, at, value, { unknown: mode === 'open' ? [] : (unknown ?? []), wanted, fields });
      }
      const seen = changed === undefined ? value : apply(changed, value);
      if (findings.broken === before) {
        for (const visitor of asked) if (isNeeded(visitor.needs, begin)) visitor.visit(seen, at);
      }
      return seen;
    };
  }

  function fieldCheck(name: string, cell: TypeCode | SchemaField, mode: Mode): Check {
    const field: SchemaField = typeof cell === 'string' ? { type: cell } : cell;
    return typeCheck(readType(field.type), name, field, field.ignored ? 'types' : mode);
  }

  function typeCheck(type: Type, name: string, field: SchemaField, mode: Mode): Check {
    const check = plainTypeCheck(type, name, field, mode);
    const visits = mode === 'types' ? [] : visitors.ofField(name);
    if (visits.length === 0) return check;
    return (value, parent, step) => {
      const before = findings.broken;
      const seen = check(value, parent, step);
      if (findings.broken === before) for (const visit of visits) visit(seen, parent, step);
      return seen;
    };
  }

  function plainTypeCheck(type: Type, name: string, field: SchemaField, mode: Mode): Check {
    if (type.is === 'either') return eitherCheck(type.of, name, field, mode === 'types' ? 'types' : 'open');
    if (type.is === 'list') return listCheck(type.of, name, field, mode);
    if (type.is === 'map') return mapCheck(type.of, name, field, mode);
    const scalar = scalarOf(type.name, mode);
    if (scalar !== undefined) return scalarCheck(scalar, mode === 'types' ? undefined : field.enum, findings);
    const body = lazyBody(type.name, mode);
    return (value, parent, step) => body(value, new Path(parent, step));
  }

  function lazyBody(name: string, mode: Mode): Body {
    let body: Body | undefined;
    return (value, at) => (body ??= bodyOf(name, mode))(value, at);
  }

  function listCheck(of: Type, name: string, field: SchemaField, mode: Mode): Check {
    const item = typeCheck(of, `${name}[]`, field, mode);
    const zero = zeroOf(of);
    const refused = mode === 'types' ? undefined : DUPLICATES_REFUSED[name];
    // What is in one of several types, such as the items of a JSON schema, server-side apply replaces as a whole.
    const keys = mode === 'types' ? undefined : (refused ?? (mode === 'strict' ? field.keys : undefined));
    const code = refused === undefined ? 'duplicate-list-key' : 'duplicate-item';
    const required = of.is === 'name' ? (table.definition(of.name)?.required ?? []) : [];
    const apart = keys && ({ keys, required, code } as const);
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

  function mapCheck(of: Type, name: string, field: SchemaField, mode: Mode): Check {
    const item = typeCheck(of, `${name}{}`, field, mode);
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
      return changed === undefined ? value : apply(changed, value);
    };
  }

  /**
   * One of several types, told apart by whether the value is a list, a map or a scalar. Where a list is one of them, the server's decoder
   * takes a scalar for nothing.
   */
  function eitherCheck(types: readonly Type[], name: string, field: SchemaField, mode: Mode): Check {
    const checks = types.map((type) => ({ type, check: typeCheck(type, name, field, mode) }));
    const ignoresScalars = types.some(({ is }) => is === 'list');
    return (given, parent, step) => {
      const value = asJson(given);
      if (ignoresScalars && typeof value !== 'object') return undefined;
      const found = checks.find(({ type }) => isSort(value, type)) ?? checks[0];
      return found?.check(value, parent, step);
    };
  }

  return (definition, at = ROOT) => {
    const body = lazyBody(definition, 'strict');
    return (value) => body(value, at);
  };
}

/**
 * How much the server looks at: `strict`, everything; `open`, all but unknown fields, which its own decoders of one of several types
 * skip; `types`, types and unknown fields, because the field is ignored.
 */
type Mode = 'strict' | 'open' | 'types';
/** New contents of fields; undefined for one that is taken away. */
type Changes = Map<string, unknown>;
type Body = (value: unknown, at: Path) => unknown;
type Check = (value: unknown, parent: Path, step: string | number) => unknown;

interface FieldCheck {
  readonly check: Check;
  readonly occurrence: Occurrence;
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

function mapOf(given: unknown, at: Path, findings: Findings): Fields | undefined {
  const value = asJson(given);
  if (isFields(value)) return value;
  addWrongSort(findings, at, value, 'a map');
  return undefined;
}

/** That a string is a percentage is no matter of its type. */
function scalarOf(name: string, mode: Mode): ScalarType | undefined {
  return SCALARS[(mode === 'types' && name === 'int-or-percent' ? 'int-or-string' : name) as Scalar];
}

/** A loop, because it is asked of every map, and a function made for each costs more than the answer. */
function lacksSome(value: Fields, wanted: readonly string[]): boolean {
  for (const field of wanted) {
    if (value[field] === undefined || value[field] === null) return true;
  }
  return false;
}

function apply(changes: Changes, value: Fields): Fields {
  const entries = Object.entries(value).map(([key, content]) => [key, changes.has(key) ? changes.get(key) : content]);
  return Object.fromEntries(entries.filter(([, content]) => content !== undefined)) as Fields;
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
