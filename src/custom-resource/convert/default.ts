import { applyDefaults } from '../../crd/defaults';
import { jsonProblems } from '../../crd/json-value';
import { isFields } from '../../values/fields';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { equalJson } from '../../values/same-json';
import { phraseOf } from '../issue-phrase';
import { isRefused, type AnySchema, type Place } from './context';

export function withDefault({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  const inner = def['innerType'] as AnySchema;
  const wrapped = place.below('', inner);
  if (isRefused(wrapped)) return wrapped;
  const value = def['defaultValue'];
  if (!equalJson(value, def['defaultValue'])) {
    return place.refuse('has a default that a function makes, and makes anew each time: a CRD has one default');
  }
  if (!isJson(value))
    return place.refuse('has a default that is not JSON: give strings, numbers, booleans, lists and plain objects');
  if (value === null) return place.refuse('has a default of null, which the API server drops: write .optional()');
  // zod does not look into a default; the API server fills in what the fields inside of it default to.
  if (def.type === 'default' && !equalJson(applyDefaults(wrapped, value), value)) {
    return place.refuse(
      'has a default that lacks fields with defaults of their own: write .prefault(...) instead of .default(...)',
    );
  }
  return isTaken(value, inner, place.at('default')) ? { ...wrapped, default: value } : {};
}

/** Whether it is what a reader of JSON gives: a Date or a Map is not. */
function isJson(value: unknown): boolean {
  return jsonProblems(value).length === 0 && isPlain(value);
}

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (!isFields(value)) return value !== undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === null || Object.getPrototypeOf(prototype) === null) && Object.values(value).every(isPlain);
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
