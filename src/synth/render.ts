import { Lazy } from 'cdk8s';
import type { Fields } from '../values/fields';
import { sortKeys } from './key-order';

export interface RenderOptions {
  /** Whether fields are put into the order of {@link sortKeys}, or stay in the order in which they were set. */
  readonly sort: boolean;
  /** Whether empty lists and maps are left out, as cdk8s does in metadata. */
  readonly dropEmpty: boolean;
}

/** A manifest cannot hold a value, or it could not be computed. The message says which value and why, without its place. */
export class RenderError extends Error {
  constructor(
    message: string,
    /** From the outside in: `['spec', 'containers', 0, 'image']`. */
    readonly path: readonly (string | number)[] = [],
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
    this.name = 'RenderError';
  }
}

/**
 * What a construct holds, as the JSON that it stands for, in one walk: what cdk8s's `resolve` and `sanitizeValue` make of it in two, with
 * cdk8s's own resolvers. Tokens such as `Lazy` are produced; `null` and `undefined` are left out of maps, and are `null` in lists.
 *
 * @throws RenderError
 */
export function render(value: unknown, options: RenderOptions): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return numberOf(value);
  if (Array.isArray(value)) {
    if (isToken(value)) return render(value.resolve(), options);
    return options.dropEmpty && value.length === 0 ? undefined : eachItem(value, options, render);
  }
  if (isPlain(value)) {
    if (isToken(value)) return render(value.resolve(), options);
    const fields = eachField(value, options, render);
    return options.dropEmpty && Object.keys(fields).length === 0 ? undefined : fields;
  }
  if (value instanceof Lazy) return render(value.produce(), options);
  if (isToken(value)) return render(value.resolve(), options);
  // The classes of cdk8s-cli for "a number or a string", such as Quantity.
  const { value: held } = value as { readonly value?: unknown };
  if (typeof held === 'string' || typeof held === 'number') return { value: render(held, options) };
  throw unrenderable(value);
}

/**
 * A manifest that is done, with its fields in order. `undefined` is `null`, as in cdk8s's YAML.
 *
 * @throws RenderError
 */
export function arrange(value: unknown, options: RenderOptions): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return numberOf(value);
  if (Array.isArray(value)) return eachItem(value, options, arrange);
  if (isPlain(value)) return eachField(value, options, arrange);
  const { toJSON } = value as { readonly toJSON?: unknown };
  if (typeof toJSON === 'function') return arrange(toJSON.call(value), options);
  throw unrenderable(value);
}

function eachItem(
  list: readonly unknown[],
  options: RenderOptions,
  walk: (value: unknown, options: RenderOptions) => unknown,
): unknown[] {
  let at = 0;
  try {
    const items: unknown[] = [];
    for (; at < list.length; at++) items.push(walk(list[at], options) ?? null);
    return items;
  } catch (error) {
    throw below(at, error);
  }
}

/**
 * The fields of `map` in order, each as `walk` gives it, without those that are undefined then.
 *
 * @throws RenderError whatever `walk` throws, with the key before its path
 */
export function eachField(
  map: Fields,
  options: RenderOptions,
  walk: (value: unknown, options: RenderOptions, key: string) => unknown,
): Fields {
  let at = '';
  try {
    const fields: Record<string, unknown> = {};
    const keys = Object.keys(map);
    for (at of options.sort ? sortKeys(keys) : keys) {
      const field = walk(map[at], options, at);
      if (field === undefined) continue;
      if (at === '__proto__') Object.defineProperty(fields, at, { ...FIELD, value: field });
      else fields[at] = field;
    }
    return fields;
  } catch (error) {
    throw below(at, error);
  }
}

const FIELD = { configurable: true, enumerable: true, writable: true };

/** The error as seen from the list or map that holds the value at `key`. */
function below(key: string | number, error: unknown): RenderError {
  if (error instanceof RenderError) return new RenderError(error.message, [key, ...error.path], { cause: error.cause });
  return new RenderError(error instanceof Error ? error.message : String(error), [key], { cause: error });
}

/** Whether it is what `{}` makes, or `Object.create(null)`, in this realm or (in jest, in a vm) another. */
function isPlain(value: object): value is Fields {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return Object.getPrototypeOf(prototype) === null && className(value) === 'Object';
}

function isToken(value: object): value is { resolve(): unknown } {
  return typeof (value as { readonly resolve?: unknown }).resolve === 'function';
}

function numberOf(value: unknown): unknown {
  if (typeof value === 'bigint' || Number.isFinite(value)) return value;
  throw unrenderable(value);
}

function unrenderable(value: unknown): RenderError {
  return new RenderError(
    `can't render ${describe(value)}: give a string, a number, a boolean, a list or a plain object`,
  );
}

function describe(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return `a ${typeof value}`;
  return `non-simple object of type '${className(value)}'`;
}

function className(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { readonly constructor?: { readonly name?: unknown } } | null;
  return String(prototype?.constructor?.name);
}
