import { didYouMean } from '../manifest/did-you-mean';
import { type Fields, isFields } from '../manifest/fields';
import type { Scalar, SchemaField, TypeCode } from '../manifest/schema-table';
import type { Schema } from './schema';
import { split } from './check-field';
import { isNeeded, type Occurrence, type Occurrences } from './occurrences';
import { ROOT, Path } from './path';
import { SCALARS, type ScalarType } from './scalars';
import { show, sortOf } from './show';
import { DUPLICATES_REFUSED, type StructureCodeName } from './structure-codes';
import { readType, type Type } from './type-code';
import { unquoted } from './unquoted';

/** Where a structure puts what it finds. */
export interface Findings {
  /** How many structural mistakes there were. A part before and after which it is the same is right. */
  broken: number;
  add(code: StructureCodeName, at: Path, message: string, fix?: string): void;
}

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
  ofField(name: string): readonly ((value: unknown, parent: Path, step: string | number) => void)[];
}

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
    const { fields: cells = {}, required = [] } = table.definition(name) ?? {};
    const names = Object.keys(cells);
    const asked = mode === 'types' ? [] : visitors.of(name);
    const own = occurrences.of(name);
    const wanted = mode === 'types' ? [] : required;
    const known = new Set(names);
    const checks = new Map<string, FieldCheck>();
    const checkOf = (field: string): FieldCheck | undefined => {
      if (!known.has(field)) return undefined;
      const path = `${name}.${field}`;
      const check = { check: fieldCheck(path, cells[field] ?? 'any', mode), occurrence: occurrences.of(path) };
      checks.set(field, check);
      return check;
    };
    return (given, at) => {
      const value = mapOf(given, at);
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
        const missing = wanted.filter((field) => value[field] === undefined || value[field] === null);
        if (unknown && mode !== 'open') reportUnknown(unknown, missing, names, value, at);
        for (const field of missing) findings.add('missing-field', at.field(field), 'is missing', howTo(cells[field]));
      }
      const seen = changed === undefined ? value : apply(changed, value);
      if (findings.broken === before) {
        for (const visitor of asked) if (isNeeded(visitor.needs, begin)) visitor.visit(seen, at);
      }
      return seen;
    };
  }

  function reportUnknown(
    unknown: readonly string[],
    missing: string[],
    names: readonly string[],
    value: Fields,
    at: Path,
  ): void {
    for (const field of unknown) {
      const free = names.filter((name) => value[name] === undefined || value[name] === null);
      const meant = didYouMean(field, missing) ?? didYouMean(field, free);
      const fix = meant === undefined ? 'take it away, or move it to where it belongs' : `did you mean "${meant}"?`;
      findings.add('unknown-field', at.field(field), 'is not a field', fix);
      if (meant !== undefined && missing.includes(meant)) missing.splice(missing.indexOf(meant), 1);
    }
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
    if (scalar !== undefined) return scalarCheck(scalar, mode === 'types' ? undefined : field.enum);
    const body = lazyBody(type.name, mode);
    return (value, parent, step) => body(value, new Path(parent, step));
  }

  function lazyBody(name: string, mode: Mode): Body {
    let body: Body | undefined;
    return (value, at) => (body ??= bodyOf(name, mode))(value, at);
  }

  function scalarCheck(scalar: ScalarType, words: readonly string[] | undefined): Check {
    const { fits, problem, what } = scalar;
    const known = words && new Set<unknown>(words);
    return (given, parent, step) => {
      const value = isPlain(given) ? given : asJson(given);
      if (!fits(value)) {
        const { message, fix } = wrongScalar(value, what);
        findings.add('wrong-type', new Path(parent, step), message, fix);
        return value;
      }
      if (known !== undefined) {
        if (!known.has(value)) reportWord(String(value), words ?? [], new Path(parent, step));
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

  function reportWord(value: string, words: readonly string[], at: Path): void {
    const meant = didYouMean(value, words);
    const choice = words.filter((word) => word !== '').map((word) => JSON.stringify(word));
    const fix = meant ? `did you mean "${meant}"?` : `give ${choice.join(', ').replace(/, ([^,]*)$/, ' or $1')}`;
    findings.add('unknown-value', at, `${show(value)} is not one of its values`, fix);
  }

  function listCheck(of: Type, name: string, field: SchemaField, mode: Mode): Check {
    const item = typeCheck(of, `${name}[]`, field, mode);
    const zero = zeroOf(of);
    const refused = mode === 'types' ? undefined : DUPLICATES_REFUSED[name];
    // What is in one of several types, such as the items of a JSON schema, server-side apply replaces as a whole.
    const keys = mode === 'types' ? undefined : (refused ?? (mode === 'strict' ? field.keys : undefined));
    const code = refused === undefined ? 'duplicate-list-key' : 'duplicate-item';
    const required = of.is === 'name' ? (table.definition(of.name)?.required ?? []) : [];
    return (given, parent, step) => {
      const at = new Path(parent, step);
      const value = asJson(given);
      if (!Array.isArray(value)) {
        findings.add('wrong-type', at, `${show(value)} is ${sortOf(value)}`.trim(), 'give a list');
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
      if (keys !== undefined && !areToldApart(read, keys)) reportDuplicates(read, keys, required, code, at);
      return read;
    };
  }

  function reportDuplicates(
    items: readonly unknown[],
    keys: readonly string[],
    required: readonly string[],
    code: 'duplicate-item' | 'duplicate-list-key',
    at: Path,
  ): void {
    const first = new Map<unknown, number>();
    for (const [index, item] of items.entries()) {
      const key = keyOf(item, keys, required);
      if (key === undefined) continue;
      const other = first.get(key);
      if (other === undefined) first.set(key, index);
      else {
        const has = keys.length === 0 ? 'is the same as' : `has the ${keys.join(' and ')} of`;
        findings.add(code, at.item(index), `${has} ${at.item(other).text()}`, 'take one of them away, or change it');
      }
    }
  }

  function mapCheck(of: Type, name: string, field: SchemaField, mode: Mode): Check {
    const item = typeCheck(of, `${name}{}`, field, mode);
    const zero = zeroOf(of);
    return (given, parent, step) => {
      const at = new Path(parent, step);
      const value = mapOf(given, at);
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

  function mapOf(given: unknown, at: Path): Fields | undefined {
    const value = asJson(given);
    if (isFields(value)) return value;
    findings.add('wrong-type', at, `${show(value)} is ${sortOf(value)}`.trim(), 'give a map');
    return undefined;
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

/** What a reader of the JSON or YAML of a value has: a Date is a string, and a bigint a number, if that holds all its digits. */
export function asJson(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === Array.prototype || prototype === null) return value;
  const { toJSON } = value as { readonly toJSON?: unknown };
  return typeof toJSON === 'function' ? (toJSON.call(value) as unknown) : value;
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

const FEW = 8;

/** Whether items differ in the first of their keys, which of a few costs less to see than to make a key of each. */
function areToldApart(items: readonly unknown[], [first]: readonly string[]): boolean {
  if (items.length < 2) return true;
  if (first === undefined || items.length > FEW) return false;
  for (let at = 1; at < items.length; at++) {
    const value = valueOf(items[at], first);
    for (let before = 0; before < at; before++) if (valueOf(items[before], first) === value) return false;
  }
  return true;
}

/** As in {@link keyOf}, a key that is missing is empty. */
function valueOf(item: unknown, key: string): unknown {
  return (item as Fields | null | undefined)?.[key] ?? '';
}

/** What items are told apart by; undefined for one that lacks what is required, which was said already. */
function keyOf(item: unknown, keys: readonly string[], required: readonly string[]): unknown {
  const [only] = keys;
  if (only === undefined) return typeof item === 'object' ? JSON.stringify(item, withBigints) : item;
  if (typeof item !== 'object' || item === null) return undefined;
  if (keys.length === 1) return (item as Fields)[only] ?? (required.includes(only) ? undefined : '');
  const values = keys.map((key) => {
    const value = (item as Fields)[key] ?? '';
    return key === 'protocol' && value === '' ? 'TCP' : value;
  });
  return JSON.stringify(values, withBigints);
}

/** A bigint is no JSON; it stands in what is no number of anything. */
function withBigints(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `${value}n` : value;
}

function howTo(cell: TypeCode | SchemaField | undefined): string {
  const code = typeof cell === 'object' ? cell.type : (cell ?? 'any');
  const type = readType(code);
  if (typeof cell === 'object' && cell.enum) return `give one of ${cell.enum.filter((word) => word !== '').join(', ')}`;
  if (type.is === 'list') return 'give a list';
  if (type.is === 'name' && type.name in SCALARS) return `give ${SCALARS[type.name as Scalar].what}`;
  return 'give a map';
}

function wrongScalar(value: unknown, what: string): ReturnType<typeof unquoted> {
  if (what === 'a string' && show(value) !== '') return unquoted(value);
  return { message: `${show(value)} is ${sortOf(value)}`.trim(), fix: mend(value, what) };
}

function mend(value: unknown, what: string): string {
  if (typeof value === 'string') {
    const isNumber = value !== '' && !Number.isNaN(Number(value));
    if (isNumber && what.includes('number')) return `write ${value} without quotes`;
    if (what === 'true or false' && /^(true|false)$/i.test(value)) return `write ${value.toLowerCase()} without quotes`;
  }
  return `give ${what}`;
}
