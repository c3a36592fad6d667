import type { z } from 'zod';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { keyed, type Problems } from '../../props/problem';

/** The public data of a zod schema or check, of whatever minor version of zod 4: fields that a version does not have are undefined. */
export interface Def {
  readonly type?: string;
  readonly check?: string;
  readonly format?: string;
  readonly [field: string]: unknown;
}

/** What is asked of a zod schema here. A schema of another copy of zod has it too. */
export interface AnySchema {
  readonly _zod: {
    readonly def: Def;
    readonly traits: ReadonlySet<string>;
    readonly optin?: string;
    readonly values?: unknown;
  };
  readonly meta?: () => unknown;
  readonly safeParse: (
    value: unknown,
    how: z.core.ParseContext,
  ) => { readonly error?: { readonly issues: readonly z.core.$ZodIssue[] } };
}

/** What is wrong with what stands in place of a schema, as a phrase. zod looks at what is in an object only when it is used. */
export function noSchemaProblem(given: unknown): string | undefined {
  if (typeof given === 'object' && given !== null) {
    if ('_zod' in given) return undefined;
    if ('_def' in given) return OF_ZOD_3;
  }
  if (typeof given === 'function') return 'is a function, and no zod schema: call it, as in z.string()';
  return 'is no zod schema: give one, such as z.string()';
}

export const OF_ZOD_3 = 'is a schema of zod 3: import z from zod 4, or from "zod/v4"';

export interface AnyCheck {
  readonly _zod: { readonly def: Def };
}

/** Where the walk is, and what it has found to say. */
export class Place {
  constructor(
    /** `v1.spec.items[].name` */
    readonly path: string,
    readonly problems: Problems,
    /** The schemas that this one is inside of, to find the one that contains itself. */
    private readonly outer: readonly AnySchema[] = [],
    private readonly convert: (schema: AnySchema, place: Place) => JSONSchemaProps = cannotConvert,
  ) {}

  /** Converts what is below: a field, `[]` for items, `[*]` for the values of a map, nothing for what a wrapper wraps. */
  below(step: string, schema: AnySchema): JSONSchemaProps {
    return this.convert(schema, this.at(step));
  }

  at(step: string): Place {
    const path = step === '' || step.startsWith('[') ? this.path + step : keyed(this.path, step);
    return new Place(path, this.problems, this.outer, this.convert);
  }

  /** Undefined when the schema is inside of itself. */
  inside(schema: AnySchema): Place | undefined {
    if (this.outer.includes(schema)) return undefined;
    return new Place(this.path, this.problems, [...this.outer, schema], this.convert);
  }

  /** Says what a CRD cannot, and what to write in its place. What comes back stands for a schema, so that the walk can go on. */
  refuse(phrase: string): JSONSchemaProps {
    this.problems.add(this.path, undefined, phrase);
    return {};
  }
}

/** Whether `schema` was refused. Its problem is told; nothing that follows from it needs to be. */
export function isRefused(schema: JSONSchemaProps): boolean {
  return Object.keys(schema).length === 0;
}

function cannotConvert(): never {
  throw new Error('a place without a converter');
}
