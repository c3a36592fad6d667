import { isDeepStrictEqual } from 'node:util';
import { applyDefaults } from '../../crd/defaults';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { phraseOf } from '../issue-phrase';
import { isRefused, type AnySchema, type Place } from './context';

export function withDefault({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  const inner = def['innerType'] as AnySchema;
  const wrapped = place.below('', inner);
  if (isRefused(wrapped)) return wrapped;
  const value = def['defaultValue'];
  if (!isDeepStrictEqual(value, def['defaultValue'])) {
    return place.refuse('has a default that a function makes, and makes anew each time: a CRD has one default');
  }
  if (!isJson(value))
    return place.refuse('has a default that is not JSON: give strings, numbers, booleans, lists and plain objects');
  if (value === null) return place.refuse('has a default of null, which the API server drops: write .optional()');
  // zod does not look into a default; the API server fills in what the fields inside of it default to.
  if (def.type === 'default' && !isDeepStrictEqual(applyDefaults(wrapped, value), value)) {
    return place.refuse(
      'has a default that lacks fields with defaults of their own: write .prefault(...) instead of .default(...)',
    );
  }
  return isTaken(value, inner, place.at('default')) ? { ...wrapped, default: value } : {};
}

function isJson(value: unknown): boolean {
  return value !== undefined && isDeepStrictEqual(JSON.parse(JSON.stringify(value) ?? 'null'), value);
}

/** Whether the schema takes its own default, which zod does not ask. */
function isTaken(value: unknown, schema: AnySchema, place: Place): boolean {
  // Code that was refused must not run.
  if (place.problems.any) return true;
  // Compiled, zod is faster only for the second object.
  const { issues = [] } = schema.safeParse(value, { jitless: true }).error ?? {};
  for (const issue of issues) {
    const steps = issue.path.map((key) => (typeof key === 'number' ? `[${key}]` : String(key)));
    const at = steps.reduce((outer, step) => outer.at(step), place);
    const wrong = issue.path.reduce((outer, key) => (outer as Readonly<Record<PropertyKey, unknown>>)[key], value);
    place.problems.add(at.path, wrong, phraseOf(issue, wrong));
  }
  return issues.length === 0;
}
