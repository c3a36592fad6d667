import type { z } from 'zod';
import { checkValue } from '../crd/check-value';
import { applyDefaults } from '../crd/defaults';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { marked, refuse } from './mark';
import { stepsIn } from '../values/path-text';

/**
 * A schema that says more, in the CRD's own words: what zod has none for, such as `anyOf`, `not`, `minProperties`, a pattern that only Go
 * reads, or a format. It is added to the CRD, and checked here as the API server checks it.
 *
 * What a value is made of is for zod to say: `properties`, `items`, `nullable` and the like are refused here when the resource is defined.
 * Of `z.unknown()` the CRD says nothing by itself then: what is given here is the whole schema of the value.
 *
 * @example
 * const backend = matching(z.object({ service: z.string().optional(), url: z.string().optional() }), {
 *   oneOf: [{ required: ['service'] }, { required: ['url'] }],
 * });
 */
export function matching<S extends z.ZodType>(schema: S, more: JSONSchemaProps): S {
  if (schema.def.type === 'unknown') {
    return marked<z.ZodType>(schema, { replace: more }, (payload) => {
      refuseAll(payload, more);
      payload.value = applyDefaults(more, payload.value);
    }) as S;
  }
  const whole = wholeSchema(more);
  return marked<z.ZodType>(schema, { add: more }, (payload) => {
    refuseAll(payload, whole);
  }) as S;
}

function refuseAll(payload: z.core.ParsePayload, schema: JSONSchemaProps): void {
  for (const { path, phrase } of checkValue(schema, payload.value)) refuse(payload, phrase, stepsIn(path));
}

/** What is said in addition, as a schema that has nothing against the rest of the value. */
function wholeSchema(more: JSONSchemaProps): JSONSchemaProps {
  const said = Object.entries(more);
  const clause = Object.fromEntries(said.filter(([word]) => !STRUCTURE.includes(word)));
  const structure = Object.fromEntries(said.filter(([word]) => STRUCTURE.includes(word)));
  return { 'x-kubernetes-preserve-unknown-fields': true, nullable: true, ...structure, allOf: [clause] };
}

/** What can be said of a value as a whole, but not in a clause of `allOf`. */
const STRUCTURE: readonly string[] = [
  'type',
  'default',
  'description',
  'example',
  'externalDocs',
  'nullable',
  'title',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-int-or-string',
  'x-kubernetes-list-map-keys',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-validations',
];
