import type { z } from 'zod';
import { asChecked } from '../crd/defaults';
import { type UnknownField, unknownFields } from '../crd/unknown-fields';
import { didYouMean } from '../values/did-you-mean';
import type { Fields } from '../values/fields';
import { keyed, type Problems } from '../props/problem';
import { isStock, phraseOf } from './issue-phrase';
import type { ObjectState } from './resource-class';
import type { VersionSchema } from './version-schema';

/**
 * The fields of an object with their defaults, or the problems for which the API server would refuse them. As it does, null is taken for
 * nothing where a field cannot be null, and a field that the schema does not have is refused.
 */
export function checkFields(
  { fields, newFields, schema }: VersionSchema,
  given: Fields,
  state: ObjectState,
  problems: Problems,
): Fields {
  // Without null, the defaults of zod are those of the schema.
  const filled = mayHaveNull(given) ? (asChecked(schema(), given) as Fields) : given;
  const result = (state === 'new' ? newFields : fields)().safeParse(filled);
  if (result.success && hasAll(result.data, filled)) return result.data;
  const unknown = unknownFields(schema(), filled);
  for (const field of unknown) problems.add(field.path, undefined, unknownPhrase(field));
  if (!result.success) {
    const told = new Set(unknown.map(({ path }) => path));
    for (const issue of result.error.issues) addIssue(issue, [], { root: filled, told, problems });
    return {};
  }
  if (unknown.length > 0) return {};
  for (const { path, phrase } of droppedFields(filled, result.data)) problems.add(path, undefined, phrase);
  return result.data;
}

const OF_ANOTHER = 'does not go with the other fields: it belongs to another kind of this value';
const PROTO = 'is a name that JavaScript keeps for itself, and zod drops: use another';

/** Of what is not plain data, such as a construct that got into it, nothing is known. */
function mayHaveNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return value === null;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== Array.prototype) return true;
  for (const key in value) if (mayHaveNull((value as Fields)[key])) return true;
  return false;
}

/** Whether zod left out nothing: of most objects, nothing more needs to be known. */
function hasAll(parsed: unknown, given: unknown): boolean {
  if (given === parsed || typeof given !== 'object' || given === null) return true;
  if (typeof parsed !== 'object' || parsed === null) return false;
  for (const key in given) {
    if (!Object.hasOwn(parsed, key) || !hasAll((parsed as Fields)[key], (given as Fields)[key])) return false;
  }
  return true;
}

interface FieldProblem {
  readonly path: string;
  readonly phrase: string;
}

function unknownPhrase({ name, known }: UnknownField): string {
  const guess = didYouMean(name, known);
  if (guess !== undefined) return `is not in the schema: did you mean "${guess}"`;
  return `is not in the schema, which has ${known.length === 0 ? 'no fields here' : known.join(', ')}`;
}

/** The fields that zod left out though some part of the schema has them: those of another member of a union. */
function droppedFields(given: unknown, parsed: unknown, path = ''): readonly FieldProblem[] {
  if (typeof given !== 'object' || given === null || typeof parsed !== 'object' || parsed === null) return [];
  if (given === parsed) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const at = Array.isArray(given) ? `${path}[${name}]` : path === '' ? name : keyed(path, name);
    if (Object.hasOwn(parsed, name)) return droppedFields(value, (parsed as Fields)[name], at);
    return [{ path: at, phrase: name === '__proto__' ? PROTO : OF_ANOTHER }];
  });
}

interface Findings {
  readonly root: Fields;
  /** The paths of the fields that are not in the schema, which have a problem already. */
  readonly told: ReadonlySet<string>;
  readonly problems: Problems;
}

/** Whatever zod says, it becomes a problem. */
function addIssue(issue: z.core.$ZodIssue, outer: readonly PropertyKey[], findings: Findings): void {
  const { root, told, problems } = findings;
  const path = [...outer, ...issue.path];
  const value = path.reduce<unknown>(
    (at, key) => (at as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
    root,
  );
  if (issue.code === 'invalid_union') {
    const closest = closestMember(issue.errors);
    if (closest.length > 0 && isStock(issue, value)) {
      for (const each of closest) addIssue(each, path, findings);
      return;
    }
  }
  if (issue.code === 'unrecognized_keys') {
    const fields = issue.keys.map((key) => showPath([...path, key])).filter((field) => !told.has(field));
    for (const field of fields) problems.add(field, undefined, OF_ANOTHER);
    return;
  }
  problems.add(showPath(path), value, phraseOf(issue, value));
}

/** Of the members of a union the one that has least to say against a value. */
function closestMember(errors: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  return [...errors].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

/** A member whose issue is deeper inside had more that fitted. */
function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.min(...issues.map(({ path }) => path.length));
}

function showPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((shown, key) => {
    if (typeof key === 'number') return `${shown}[${key}]`;
    return shown === '' ? String(key) : keyed(shown, String(key));
  }, '');
}
