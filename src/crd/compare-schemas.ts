import type { JSONSchemaProps } from '../manifest/kubernetes';
import { keyed } from '../props/problem';
import { canonical } from './canonical';
import { compareConstraints } from './compare-constraints';
import { own } from './own';
import { onlySchema } from './only-schema';
import { META_FIELDS } from './schema-walk';
import { change, type VersionChange } from './version-change';

/**
 * What changed between two schemas of a version, both structural. A change of a description is none.
 *
 * @param version that the paths begin with
 */
export function compareSchemas(
  version: string,
  before: JSONSchemaProps,
  after: JSONSchemaProps,
): readonly VersionChange[] {
  const resource: JSONSchemaProps = { 'x-kubernetes-embedded-resource': true };
  return compareValues({ path: version, above: [] }, { ...before, ...resource }, { ...after, ...resource });
}

/** Where values are. */
interface Place {
  readonly path: string;
  /** What their field, item or key is in, as it is now: the nearest first. */
  readonly above: readonly JSONSchemaProps[];
}

function compareValues(place: Place, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const { path } = place;
  const types = [...compareTypes(path, before, after), ...compareNull(place, before, after)];
  if (!areAlike(before, after)) return types;
  const [was, is] = [withMetaFields(before), withMetaFields(after)];
  return [
    ...types,
    ...compareConstraints(path, was, is),
    ...compareFields(place, was, is),
    ...compareRequired(path, was, is),
    ...compareOtherKeys(place, was, is),
    ...compareItems(place, was, is),
  ];
}

function inside({ above }: Place, path: string, owner: JSONSchemaProps): Place {
  return { path, above: [owner, ...above] };
}

/** The server itself describes and keeps `apiVersion`, `kind` and `metadata` of a resource; a schema only adds to that. */
function withMetaFields(schema: JSONSchemaProps): JSONSchemaProps {
  if (!schema['x-kubernetes-embedded-resource']) return schema;
  const { properties, required } = schema;
  const metadata = { type: 'object', ...properties?.metadata, 'x-kubernetes-preserve-unknown-fields': true };
  return {
    ...schema,
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' }, ...properties, metadata },
    required: required?.filter((name) => !META_FIELDS.includes(name)),
  };
}

/** The values that a type takes, in sorts that no type divides. */
const SORTS: Readonly<Record<string, readonly string[]>> = {
  integer: ['integer'],
  number: ['integer', 'fraction'],
  'integer or string': ['integer', 'string'],
  any: ['array', 'boolean', 'fraction', 'integer', 'object', 'string'],
};

function typeOf(schema: JSONSchemaProps): string {
  return schema['x-kubernetes-int-or-string'] ? 'integer or string' : schema.type || 'any';
}

function sortsOf(schema: JSONSchemaProps): readonly string[] {
  const type = typeOf(schema);
  return own(SORTS, type) ?? [type];
}

function compareTypes(path: string, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const [was, is] = [typeOf(before), typeOf(after)];
  if (was === is) return [];
  const fact = `had the type ${was} and has ${is}`;
  if (sortsOf(before).every((sort) => sortsOf(after).includes(sort))) return [change('type-relaxed', path, fact)];
  const advice =
    'stored values stay as they are, and typed programs and server-side apply fail on them; add another field';
  return [change('type-changed', path, `${fact}: ${advice}`)];
}

function compareNull(
  { path, above }: Place,
  before: JSONSchemaProps,
  after: JSONSchemaProps,
): readonly VersionChange[] {
  const [was, is] = [takesNull(before), takesNull(after)];
  if (was === is) return [];
  if (is) {
    if (isNullCounted(above)) return [change('null-counted', path, COUNTED)];
    const was = defaultOf(before);
    if (was === undefined) return [change('nullable-added', path, 'may be null now')];
    return [
      change(
        'null-counted',
        path,
        `may be null now, and null, which became the default ${was}, stays: leave it out of manifests`,
      ),
    ];
  }
  const message =
    'may not be null any more: null is dropped from objects, and refused in lists and maps; leave the field out';
  return [change('nullable-removed', path, message)];
}

const COUNTED =
  'may be null now, and null, which was dropped, counts for oneOf, not, maxProperties or a rule above: manifests with null may be refused; leave it out of them';

/** Whether null, where it was dropped before, may now be one field too many for what is asked of the values around it. */
function isNullCounted(above: readonly JSONSchemaProps[]): boolean {
  const [owner] = above;
  // In a list null was not dropped, but refused.
  if (owner === undefined || onlySchema(owner.items) !== undefined) return false;
  const isInMap = mapValues(owner) !== undefined;
  return (owner.maxProperties ?? undefined) !== undefined || above.some((schema) => countsNull(schema, isInMap));
}

/** Rules in CEL see null only in maps. */
function countsNull(schema: JSONSchemaProps, isInMap: boolean): boolean {
  const { allOf, anyOf, oneOf, not, 'x-kubernetes-validations': rules } = schema;
  if (not || oneOf?.length || (isInMap && rules?.length)) return true;
  return /"(?:oneOf|not|enum|maxProperties)":/.test(JSON.stringify([allOf, anyOf]));
}

/** An enum refuses null, even if it has it. */
function takesNull({ nullable, enum: values = [] }: JSONSchemaProps): boolean {
  return nullable === true && !values?.length;
}

/** Whether the rest of two schemas says something about the same values. */
function areAlike(before: JSONSchemaProps, after: JSONSchemaProps): boolean {
  if (typeOf(before) === typeOf(after)) return true;
  if ([typeOf(before), typeOf(after)].includes('any')) return false;
  return sortsOf(before).some((sort) => sortsOf(after).includes(sort));
}

function compareFields(place: Place, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const names = new Set([...Object.keys(before.properties ?? {}), ...Object.keys(after.properties ?? {})]);
  return [...names].flatMap((name) => {
    const [was, is] = [fieldSchema(before, name), fieldSchema(after, name)];
    const field = keyed(place.path, name);
    if (was === undefined) {
      return isNeeded(after, name) ? [] : [change('field-added', field, 'is new and may be left out')];
    }
    if (is === undefined) return [change('field-removed', field, REMOVED)];
    // What every object had to have has no use for a default; that manifests need it no more is `required-removed`.
    const defaults = isNeeded(before, name)
      ? []
      : compareDefaults(field, filledIn(before, name), filledIn(after, name));
    if (is === ANYTHING) {
      return [change('field-undescribed', field, 'is no longer described, and is kept unchecked'), ...defaults];
    }
    if (was === ANYTHING) return [change('field-described', field, DESCRIBED), ...defaults];
    return [...compareValues(inside(place, field, after), was, is), ...defaults];
  });
}

const REMOVED =
  'was removed: stored values are dropped, and manifests with it refused; keep it, deprecated in its description';
const DESCRIBED =
  'could be anything and is now described: correct the objects and manifests that have something else there first';

const ANYTHING: JSONSchemaProps = {};

/** What holds for a field: its own schema, that of all values of a map, anything, or undefined when the server drops it. */
function fieldSchema(schema: JSONSchemaProps, name: string): JSONSchemaProps | undefined {
  const keepsAny = schema['x-kubernetes-preserve-unknown-fields'] === true;
  return own(schema.properties, name) ?? mapValues(schema) ?? (keepsAny ? ANYTHING : undefined);
}

/** What fills a field in that is not there: its own schema. The default of the values of a map takes the place of null alone. */
function filledIn(schema: JSONSchemaProps, name: string): JSONSchemaProps {
  return own(schema.properties, name) ?? ANYTHING;
}

function compareDefaults(path: string, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const [was, is] = [defaultOf(before), defaultOf(after)];
  if (was === is) return [];
  if (was === undefined) {
    const message = `has the default ${String(is)}: objects stored without it read as having it`;
    return [change('default-added', path, message)];
  }
  if (is === undefined) {
    const message = `has no default ${was} any more: new objects, and those stored without it, read without; set it in manifests`;
    return [change('default-removed', path, message)];
  }
  const message = `has the default ${is}, not ${was}: new objects, and those stored without it, read the new one; set it in manifests`;
  return [change('default-changed', path, message)];
}

/** The server takes a default of null for none. */
function defaultOf(schema: JSONSchemaProps): string | undefined {
  return schema.default === undefined || schema.default === null ? undefined : canonical(schema.default);
}

function compareRequired(path: string, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const names = new Set([...(before.required ?? []), ...(after.required ?? [])]);
  return [...names].flatMap((name) => {
    const [was, is] = [isNeeded(before, name), isNeeded(after, name)];
    const field = keyed(path, name);
    if (is && !was) return [change('required-added', field, REQUIRED)];
    const isKnown = fieldSchema(after, name) !== undefined;
    return was && !is && isKnown ? [change('required-removed', field, 'may be left out now')] : [];
  });
}

const REQUIRED =
  'must be given now: without it manifests are refused, and so are changes of the stored object around it; give it a default';

/** Whether an object without the field is refused: defaults come first. */
function isNeeded(schema: JSONSchemaProps, name: string): boolean {
  return schema.required?.includes(name) === true && defaultOf(own(schema.properties, name) ?? {}) === undefined;
}

/** Keys that `properties` does not name: of a map, or unknown. */
function compareOtherKeys(place: Place, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const { path } = place;
  const [was, is] = [mapValues(before), mapValues(after)];
  const [kept, keeps] = [before, after].map((schema) => schema['x-kubernetes-preserve-unknown-fields'] === true);
  const values = `${path}[*]`;
  if (was && is) {
    const added = change('default-added', values, 'is the default instead of null now, which was dropped');
    return [...compareValues(inside(place, values, after), was, is), ...compareNullDefaults(values, was, is, added)];
  }
  if (was && !keeps) return [change('map-removed', path, `takes only described keys now: ${DROPPED}`)];
  if (is && kept) return [change('field-described', values, DESCRIBED)];
  if (is) return [change('map-added', path, 'takes any key now')];
  if (kept && !keeps) return [change('unknown-fields-dropped', path, `keeps only described fields now: ${DROPPED}`)];
  return keeps && !kept ? [change('unknown-fields-kept', path, 'keeps unknown fields now')] : [];
}

const DROPPED = 'stored others are dropped, and manifests with them refused; describe those that are in use';

function mapValues({ additionalProperties }: JSONSchemaProps): JSONSchemaProps | undefined {
  return additionalProperties === true ? ANYTHING : onlySchema(additionalProperties);
}

function compareItems(place: Place, before: JSONSchemaProps, after: JSONSchemaProps): readonly VersionChange[] {
  const [was, is] = [onlySchema(before.items), onlySchema(after.items)];
  if (!was || !is) return [];
  const path = `${place.path}[]`;
  const added = change('nullable-added', path, 'may be null now, which becomes the default');
  return [...compareValues(inside(place, path, after), was, is), ...compareNullDefaults(path, was, is, added)];
}

/** The default of an item or of a value in a map takes the place of null, and of nothing else. */
function compareNullDefaults(
  path: string,
  before: JSONSchemaProps,
  after: JSONSchemaProps,
  added: VersionChange,
): readonly VersionChange[] {
  const [was, is] = [before, after].map((schema) => (schema.nullable === true ? undefined : defaultOf(schema)));
  if (was === is || (was === undefined && before.nullable === true)) return [];
  if (was === undefined) return [added];
  if (is !== undefined) {
    return [
      change('default-changed', path, `has the default ${is}, not ${was}, for null: write the value in manifests`),
    ];
  }
  // Null that may stay is said to be so already.
  if (after.nullable === true) return [];
  const message = `has no default ${was} for null any more: null is refused in lists, and dropped from maps; write the value in manifests`;
  return [change('default-removed', path, message)];
}
