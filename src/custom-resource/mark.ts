import { z } from 'zod';
import type { JSONSchemaProps } from '../manifest/kubernetes';

/**
 * What a helper knows of its schema that zod has no word for. It rides on a check, because a check, unlike an entry in a registry,
 * survives every `.min()`, `.describe()` and `.optional()` that follows.
 */
export interface Mark {
  /** The CRD schema, in place of the one that would be read off the zod schema. */
  readonly replace?: JSONSchemaProps;
  /** Fields that the CRD schema has besides those. */
  readonly add?: JSONSchemaProps;
}

/** A JavaScript check as zod calls it: it pushes what it finds to `payload.issues`. */
export type Check<T> = (payload: z.core.ParsePayload<T>) => void;

// By check object: zod hands the same object on when it clones a schema.
const marks = new WeakMap<object, Mark>();

/** The schema with a check that the converter knows, and thus does not refuse. */
export function marked<S extends z.ZodType>(schema: S, mark: Mark, check: Check<z.output<S>> = pass): S {
  const carrier = z.check<z.output<S>>(check);
  marks.set(carrier, mark);
  return schema.check(carrier);
}

/** What a helper said about the check; undefined for a check of the user's own, which no API server can run. */
export function markOf(check: object): Mark | undefined {
  return marks.get(check);
}

/** Adds an issue to a check's payload, at `path` below the checked value. */
export function refuse(payload: z.core.ParsePayload, message: string, path: readonly PropertyKey[] = []): void {
  payload.issues.push({ code: 'custom', message, path: [...path], input: payload.value });
}

function pass(): void {
  // A mark that says something about the CRD only.
}
