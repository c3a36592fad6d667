import { keyed } from '../props/problem';

/** One thing for which the API server refuses a value, whose schema is in a CRD. */
export interface ValueProblem {
  /**
   * From the value that was checked: `spec.items[0]["a.b"].c`, or the empty string for itself. In here, while paths are put together,
   * each begins with its separator: `.spec`, `[0]`.
   */
  readonly path: string;
  /** The fact and the way out, which continue the path: `is "3", a string: give an integer`. */
  readonly phrase: string;
}

/** Nothing is wrong. One list for all, so that a good value costs no memory. */
export const NONE: readonly ValueProblem[] = [];

export function problem(phrase: string, path = ''): readonly ValueProblem[] {
  return [{ path, phrase }];
}

/** The step to a field of an object, in a path: `.HOST`, `["a.b"]`. */
export function fieldStep(key: string): string {
  return keyed('', key);
}

/** Adds problems that were found below a step. The list is made for the first: most values have none. */
export function collect(
  all: ValueProblem[] | undefined,
  step: string,
  problems: readonly ValueProblem[],
): ValueProblem[] | undefined {
  if (problems.length === 0) return all;
  const list = all ?? [];
  for (const { path, phrase } of problems) list.push({ path: step + path, phrase });
  return list;
}

/** The problems of values of which `told` says nothing yet. (Of the whole there may be several things to say.) */
export function besides(told: readonly ValueProblem[], problems: readonly ValueProblem[]): readonly ValueProblem[] {
  if (told.length === 0 || problems.length === 0) return problems;
  const paths = new Set(told.map(({ path }) => path));
  return problems.filter(({ path }) => path === '' || !paths.has(path));
}

/** A value in a phrase, and not all of it when it is long: `"shop"`, `3`, `a list`. */
export function show(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}..."` : text;
}

const LONGEST_SHOWN = 80;

/** Puts a text into what a rule says of it, if it says something: `is not a date: ...` becomes `is "today", not a date: ...`. */
export function about(text: string, phrase: string | undefined): readonly ValueProblem[] {
  return phrase === undefined ? NONE : problem(phrase.replace(/^is not/, () => `is ${show(text)}, not`));
}

/** One of these, in a phrase: `"a"`, `"a" or "b"`, `"a", "b" or 12 others`. */
export function showChoice(values: readonly string[]): string {
  const rest = values.length - MOST_SHOWN;
  const shown = rest > 1 ? [...values.slice(0, MOST_SHOWN), `${rest} others`] : values;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1) ?? ''}`;
}

const MOST_SHOWN = 8;
