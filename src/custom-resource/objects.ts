import { z } from 'zod';
import { checkValue } from '../crd/check-value';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { marked, refuse } from './mark';
import { stepsIn } from '../values/path-text';

/** A whole Kubernetes object inside of another one. */
export interface EmbeddedObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: { readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

const EMBEDDED: JSONSchemaProps = {
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-preserve-unknown-fields': true,
};

/**
 * A whole object of any kind, such as the template of something that a controller creates. The API server checks its `apiVersion`, `kind`
 * and `metadata`, and keeps the rest as it is.
 *
 * @example z.object({ template: embedded() })
 */
export function embedded(): z.ZodType<EmbeddedObject, EmbeddedObject> {
  const schema = z.looseObject({ apiVersion: z.string(), kind: z.string() });
  return marked(schema, { replace: EMBEDDED }, (payload) => {
    for (const { path, phrase } of checkValue(EMBEDDED, payload.value)) refuse(payload, phrase, stepsIn(path));
  });
}

/**
 * A value whose fields beyond the known ones are kept: of an object those that it does not name, of `z.unknown()` all.
 *
 * @example z.object({ values: preserve(z.unknown()).optional() })
 */
export function preserve<S extends z.ZodUnknown | z.ZodObject>(schema: S): Preserved<S> {
  return (schema instanceof z.ZodObject ? schema.loose() : schema) as Preserved<S>;
}

type Preserved<S> = S extends z.ZodObject<infer Shape> ? z.ZodObject<Shape, z.core.$loose> : S;
