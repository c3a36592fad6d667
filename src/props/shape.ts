import { didYouMean } from '../values/did-you-mean';
import { type Fields, isFields } from '../values/fields';
import { keyed, type Problems } from './problem';

/**
 * Of what sort a prop is: a string, a list, an object with such fields. TypeScript knows it already; JavaScript, and what runs TypeScript
 * without checking it, does not, and a list where a map should be would be a TypeError somewhere below.
 *
 * A shape asks only what must hold for the rules to be asked; what a rule says better, such as a number in quotes, it lets through.
 */
export interface Shape {
  /** Continues `give `: `'a list, such as ["registry"]'`. */
  readonly what: string;
  readonly fits: (value: unknown) => boolean;
  /** Says more of a value that does not fit. */
  readonly misfit?: (value: unknown) => string | undefined;
  /** What is inside of a value that fits. */
  readonly inside?: (problems: Problems, prop: Prop, value: unknown) => void;
}

/** The path of a prop. It is made when there is something to say: most props are right. */
type Prop = () => string;

/** Adds what is wrong with the shape of `value`, wherever in it. */
export function checkShape(problems: Problems, value: unknown, shape: Shape): void {
  check(problems, () => '', value, shape);
}

export const text: Shape = { what: 'a string', fits: (value) => typeof value === 'string' };
export const flag: Shape = { what: 'true or false', fits: (value) => typeof value === 'boolean' };

export const test: Shape = {
  what: 'a function, such as ({ min, max }) => min <= max',
  fits: (value) => typeof value === 'function',
};

/** A number, or the string that some rule says how to write. */
export const amount: Shape = {
  what: 'a number',
  fits: (value) => typeof value === 'number' || typeof value === 'string',
};

/** A field with whatever in it; a rule looks at it. */
export const anything: Shape = { what: 'a value', fits: () => true };

/** The same with an example of it. */
export function such(shape: Shape, example: string): Shape {
  return { ...shape, what: `${shape.what}, such as ${example}` };
}

/** One of a few strings, or else what `other` says. */
export function word(words: readonly string[], other?: Shape): Shape {
  const names = words.map((each) => `"${each}"`).join(', ');
  const what = [names.replace(/, ("\w+")$/, ' or $1'), ...(other ? [other.what] : [])].join(', or ');
  return {
    what,
    fits: (value) => (typeof value === 'string' ? words.includes(value) : other?.fits(value) === true),
    misfit: (value) => {
      if (typeof value !== 'string') return undefined;
      return notKnown(value, words, `give ${what}`);
    },
    inside: (problems, prop, value) => typeof value !== 'string' && other?.inside?.(problems, prop, value),
  };
}

/** What `shape` says, or a value of another sort that stands for itself. */
export function or(shape: Shape, fits: (value: unknown) => boolean): Shape {
  return {
    ...shape,
    fits: (value) => fits(value) || shape.fits(value),
    inside: (problems, prop, value) => !fits(value) && shape.inside?.(problems, prop, value),
  };
}

/** @param example of such a list */
export function list(item: Shape, example?: string): Shape {
  return {
    what: `a list${example === undefined ? '' : `, such as ${example}`}`,
    fits: Array.isArray,
    // It fits.
    inside: (problems, prop, value) => {
      for (const [index, each] of (value as readonly unknown[]).entries()) {
        check(problems, () => `${prop()}[${index}]`, each, item);
      }
    },
  };
}

/** Values by names of the user's own. @param example of such a map */
export function map(item: Shape, example: string): Shape {
  return {
    what: `an object, such as ${example}`,
    fits: isObject,
    inside: (problems, prop, value) => {
      for (const key of Object.keys(value as object)) {
        check(problems, () => keyed(prop(), key), (value as Fields)[key], item);
      }
    },
  };
}

/**
 * An object whose fields have shapes of their own; a field that is not in the table may be anything: an object in Kubernetes' own words,
 * which the validation of the manifest looks at.
 *
 * @param example of such an object
 * @param required fields that must be there
 */
export function fields(
  table: Readonly<Record<string, Shape>>,
  example?: string,
  required: readonly string[] = [],
): Shape {
  return objectOf(table, example, required, () => undefined);
}

/** Each field of `Props`, of whichever member of a union. */
export type FieldOf<Props> = Props extends unknown ? keyof Props & string : never;

/** A shape for each field of `Props`, so that a field that is new there does not compile without one. */
export type Table<Props> = { readonly [Field in FieldOf<Props>]: Shape };

/**
 * An object with the fields of `Props` and no other: JavaScript has no compiler to tell of a typo, and TypeScript's is silent about what
 * comes in a spread.
 *
 * @param elsewhere what to write in place of fields that people look for here: `{ livenessProbe: 'use probes.liveness' }`
 */
export function only<Props>(
  table: Table<Props>,
  example: string | undefined,
  required: readonly FieldOf<Props>[] = [],
  elsewhere: Readonly<Record<string, string>> = {},
): Shape {
  return objectOf(table, example, required, (field) => {
    if (Object.hasOwn(elsewhere, field)) return `is not known: ${elsewhere[field]}`;
    const known = Object.keys(table);
    return notKnown(field, known, known.length > MANY ? 'leave it out' : `there are ${known.join(', ')}`);
  });
}

/** More names than this are no help in a sentence. */
const MANY = 16;

/** @param stranger what is wrong with a field that is not in the table */
function objectOf(
  table: Readonly<Record<string, Shape>>,
  example: string | undefined,
  required: readonly string[],
  stranger: (field: string) => string | undefined,
): Shape {
  return {
    what: `an object${example === undefined ? '' : `, such as ${example}`}`,
    fits: isObject,
    inside: (problems, prop, value) => {
      const given = value as Fields;
      for (const field of Object.keys(given)) {
        if (given[field] === undefined) continue;
        const shape = Object.hasOwn(table, field) ? table[field] : undefined;
        if (shape !== undefined) check(problems, () => below(prop, field), given[field], shape);
        else {
          const phrase = stranger(field);
          if (phrase !== undefined) problems.add(below(prop, field), undefined, phrase);
        }
      }
      for (const field of required) {
        if (given[field] !== undefined) continue;
        problems.add(below(prop, field), undefined, `is missing: give ${table[field]?.what ?? 'it'}`);
      }
    },
  };
}

function below(prop: Prop, field: string): string {
  return prop() === '' ? field : keyed(prop(), field);
}

function notKnown(given: string, known: readonly string[], otherwise: string): string {
  const guess = didYouMean(given, known) ?? longerOrShorter(given, known);
  return `is not known: ${guess === undefined ? otherwise : `did you mean "${guess}"`}`;
}

/** What begins alike: `storageClass` is `storageClassName`, and `environment` is `env`. */
function longerOrShorter(given: string, known: readonly string[]): string | undefined {
  if (given.length < 3) return undefined;
  return known.find((each) => each.length >= 3 && (each.startsWith(given) || given.startsWith(each)));
}

function check(problems: Problems, prop: Prop, value: unknown, shape: Shape): void {
  if (shape.fits(value)) shape.inside?.(problems, prop, value);
  else
    problems.add(
      prop(),
      value,
      shape.misfit?.(value) ?? `is ${sortOf(value)}: give ${shape.what}${value == null ? ', or leave it out' : ''}`,
    );
}

function isObject(value: unknown): boolean {
  return isFields(value) && !isLate(value);
}

/** Whether a value is one of cdk8s's `Lazy`, whose own value nobody knows before synth. */
export function isLate(value: unknown): boolean {
  return typeof (value as { readonly produce?: unknown } | null)?.produce === 'function';
}

function sortOf(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (isLate(value)) return 'computed late (a Lazy), when nothing can be checked any more';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
