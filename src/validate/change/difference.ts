import type { Kinds } from '../../../imports/kubernetes/types';
import { sameJson } from '../../values/same-json';
import type { TypeCode } from '../../manifest/schema-table';
import { builtInSchema } from '../schema';
import { Path, ROOT } from '../path';
import type { Report } from '../rule';
import { show } from '../show';
import { fieldType, storedForm } from './stored-form';

/** The smallest place in which all is that two versions of a field differ in. */
export interface Difference {
  readonly at: Path;
  /** What was there, as it was given, or as the server stores it; undefined for nothing. */
  readonly was: unknown;
  readonly is: unknown;
  /** What differs in that place, where it is more than one thing. */
  readonly parts: readonly Path[];
}

/**
 * Where two versions of an object differ below a field; undefined when the server stores the same of both.
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
  return inOnePlace([...differences(stored(was), stored(is), at.field(last))], [before, after]);
}

function inOnePlace(found: readonly Single[], [before, after]: readonly [object, object]): Difference | undefined {
  const [only, ...others] = found;
  if (only === undefined) return undefined;
  const given = (object: object, place: Path): unknown => place.steps().reduce<unknown>(child, object);
  if (others.length === 0) {
    // A default, and what Go takes for nothing, is stored as nothing.
    return { at: only.at, was: only.was ?? given(before, only.at), is: only.is ?? given(after, only.at), parts: [] };
  }
  const steps = found.map((each) => each.at.steps());
  const whole = commonSteps(steps);
  const at = pathOf(whole);
  return {
    at,
    was: given(before, at),
    is: given(after, at),
    parts: steps.map((all) => pathOf(all.slice(whole.length))),
  };
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

type Single = Omit<Difference, 'parts'>;
type Steps = ReturnType<Path['steps']>;

/** Continues the path: `was "a" and is "b", but cannot be changed`. */
export function showChange({ was, is, parts }: Difference): string {
  const change = parts.length > 0 ? `differs in ${showParts(parts)}` : changed(was, is);
  return `${change}, but it cannot be changed`;
}

function changed(was: unknown, is: unknown): string {
  if (was === undefined) return 'is new';
  if (is === undefined) return 'is gone, or its default now';
  const [old, now] = [show(was), show(is)];
  return old === '' || now === '' ? 'is not what it was' : `was ${old} and is ${now}`;
}

/** `image, args, env and 2 others` */
function showParts(parts: readonly Path[]): string {
  const rest = parts.length - MOST_SHOWN;
  const shown = parts.slice(0, rest > 1 ? MOST_SHOWN : parts.length).map((part) => part.text());
  if (rest > 1) shown.push(`${rest} others`);
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

const MOST_SHOWN = 3;

/** The smallest places that differ. */
function* differences(was: unknown, is: unknown, at: Path): Generator<Single> {
  if (sameJson(was, is)) return;
  const isList = Array.isArray(is);
  // Of a list that grew or shrank nobody knows which item is which.
  if (!isObject(was) || !isObject(is) || Array.isArray(was) !== isList || (isList && was['length'] !== is['length'])) {
    yield { at, was, is };
    return;
  }
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    yield* differences(was[key], is[key], isList ? at.item(Number(key)) : at.field(key));
  }
}

function commonSteps([first = [], ...others]: readonly Steps[]): Steps {
  const end = first.findIndex((step, index) => others.some((steps) => steps[index] !== step));
  return first.slice(0, end);
}

function pathOf(steps: Steps): Path {
  return steps.reduce((at: Path, step) => new Path(at, step), ROOT);
}

function child(value: unknown, field: string | number): unknown {
  return isObject(value) ? value[field] : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
