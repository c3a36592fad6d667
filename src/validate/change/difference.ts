import type { Kinds } from '../../../imports/kubernetes/types';
import { sameJson } from '../../manifest/same-json';
import type { TypeCode } from '../../manifest/schema-table';
import { builtInSchema } from '../schema';
import { type Path, ROOT } from '../path';
import type { Report } from '../rule';
import { show } from '../show';
import { fieldType, storedForm } from './stored-form';

/** The smallest place in which two versions of a field differ. */
export interface Difference {
  readonly at: Path;
  /** What was there, as the server stores it; undefined for nothing. */
  readonly was: unknown;
  readonly is: unknown;
}

/**
 * The smallest place in which two versions of an object differ below a field, or undefined when the server stores the same of both.
 *
 * @param path a field, or one in another: `'spec.selector'`
 */
export function differenceIn(kind: keyof Kinds, path: string, before: object, after: object): Difference | undefined {
  const fields = path.split('.');
  const last = fields.pop() ?? '';
  let owner: TypeCode | undefined = builtInSchema().kinds[kind]?.definition;
  let at = ROOT;
  let [was, is]: [unknown, unknown] = [before, after];
  for (const field of fields) {
    owner = owner === undefined ? undefined : fieldType(owner, field);
    at = at.field(field);
    [was, is] = [child(was, field), child(is, field)];
  }
  // No such definition: the version of Kubernetes has no such field, and so the objects have none.
  if (owner === undefined) return undefined;
  const stored = (value: unknown): unknown => child(storedForm(owner, { [last]: child(value, last) }), last);
  return difference(stored(was), stored(is), at.field(last));
}

/** Reports each of these fields that changed. @param fix the way out, as an instruction */
export function reportChanges(
  kind: keyof Kinds,
  paths: readonly string[],
  [before, after]: readonly [object, object],
  report: Report,
  fix: string,
): void {
  for (const path of paths) {
    const found = differenceIn(kind, path, before, after);
    if (found !== undefined) report(found.at, showChange(found), fix);
  }
}

/** Reports that an annotation is not what it was. */
export function reportAnnotation(
  name: string,
  [was, is]: readonly [string | undefined, string | undefined],
  report: Report,
  fix: string,
): void {
  const change = `was ${show(was) || 'missing'} and is ${show(is) || 'gone'}`;
  report(ROOT.field('metadata').field('annotations').field(name), `${change}, but it cannot be changed`, fix);
}

/** Continues the path: `was "a" and is "b", but cannot be changed`. */
export function showChange({ was, is }: Difference): string {
  return `${changed(was, is)}, but it cannot be changed`;
}

function changed(was: unknown, is: unknown): string {
  if (was === undefined) return 'is new';
  if (is === undefined) return 'is gone, or its default now';
  const [old, now] = [show(was), show(is)];
  return old === '' || now === '' ? 'is not what it was' : `was ${old} and is ${now}`;
}

function difference(was: unknown, is: unknown, at: Path): Difference | undefined {
  if (sameJson(was, is)) return undefined;
  if (isObject(was) && isObject(is) && Array.isArray(was) === Array.isArray(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
    const isList = Array.isArray(is);
    const [key, ...others] = keys.filter((each) => !sameJson(was[each], is[each]));
    // Of a list that grew or shrank nobody knows which item is which.
    const isOne = key !== undefined && others.length === 0 && !(isList && was['length'] !== is['length']);
    if (isOne) return difference(was[key], is[key], isList ? at.item(Number(key)) : at.field(key));
  }
  return { at, was, is };
}

function child(value: unknown, field: string): unknown {
  return isObject(value) ? value[field] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
