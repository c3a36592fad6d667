import type { JSONSchemaProps } from '../../manifest/kubernetes';
import type { AnySchema, Def, Place } from './context';
import { checksOf, convertValues, enumValues, refuseCheck } from './scalars';

export function convertArray({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  const counts: { minItems?: number; maxItems?: number } = {};
  for (const check of checksOf(def)) {
    if (check.check === 'min_length') counts.minItems = Number(check['minimum']);
    else if (check.check === 'max_length') counts.maxItems = Number(check['maximum']);
    else if (check.check === 'length_equals') counts.minItems = counts.maxItems = Number(check['length']);
    else refuseCheck(check, place);
  }
  return { type: 'array', ...counts, items: place.below('[]', def['element'] as AnySchema) };
}

export function convertObject({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  for (const check of checksOf(def)) refuseCheck(check, place);
  const shape = def['shape'] as Readonly<Record<string, AnySchema>>;
  return withCatchall(fieldsOf(shape, place), def['catchall'] as AnySchema | undefined, place);
}

function fieldsOf(shape: Readonly<Record<string, AnySchema>>, place: Place): JSONSchemaProps {
  const names = Object.keys(shape);
  if (names.length === 0) return { type: 'object' };
  const properties: Record<string, JSONSchemaProps> = {};
  const required: string[] = [];
  for (const name of names) {
    const schema = shape[name];
    if (schema === undefined) continue;
    properties[name] = place.below(name, schema);
    if (isOptional(schema)) continue;
    required.push(name);
    if (isAnything(schema))
      place
        .at(name)
        .refuse('may be anything, but must be there, which versions of zod see differently: add .optional()');
  }
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** What may be there besides the named fields. Of an unknown field the API server has the same opinion as z.strictObject. */
function withCatchall(object: JSONSchemaProps, catchall: AnySchema | undefined, place: Place): JSONSchemaProps {
  const type = catchall?._zod.def.type;
  if (catchall === undefined || type === 'never') return object;
  if (type === 'unknown' || type === 'any') return { ...object, 'x-kubernetes-preserve-unknown-fields': true };
  if (object.properties === undefined) return { ...object, additionalProperties: place.below('[*]', catchall) };
  return place.refuse(
    'has .catchall() beside its fields, which a CRD cannot say: put the others into a z.record() of their own',
  );
}

export function convertRecord({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  for (const check of checksOf(def)) refuseCheck(check, place);
  if (def['mode'] === 'loose') return place.refuse('is a loose record, whose other keys go unchecked: use z.record()');
  const key = def['keyType'] as AnySchema;
  const value = def['valueType'] as AnySchema;
  const named = namedKeys(def, key);
  if (named) return recordOfNames(named, value, place);
  if (key._zod.def.type !== 'string')
    return place.refuse('has keys that are no strings: use z.record(z.string(), ...)');
  if (checksOf(key._zod.def).length > 0 || key._zod.def.format !== undefined) {
    return place.refuse(
      "has a rule for its keys, which a CRD's schema cannot say: use z.record(z.string(), ...) and rule(..., { rule: \"self.all(key, key.matches('^[a-z]+$'))\", ... })",
    );
  }
  return { type: 'object', additionalProperties: place.below('[*]', value) };
}

/** A record of an enum has all its keys, unless it is a partial one. */
function recordOfNames({ names, isPartial }: NamedKeys, value: AnySchema, place: Place): JSONSchemaProps {
  if (convertValues(names, place).type !== 'string') return place.refuse('has keys that are no strings: use names');
  const properties = Object.fromEntries(names.map((name) => [String(name), place.below(String(name), value)] as const));
  return { type: 'object', properties, ...(!isPartial && !isOptional(value) && { required: names.map(String) }) };
}

interface NamedKeys {
  readonly names: readonly unknown[];
  readonly isPartial: boolean;
}

/** Undefined when the keys of a record may be any. */
function namedKeys(record: Def, key: AnySchema): NamedKeys | undefined {
  // The first versions of zod 4 make a partial record of a union of its keys and never, the last ones mark it.
  const [own = key, other] = key._zod.def.type === 'union' ? (key._zod.def['options'] as readonly AnySchema[]) : [];
  const names = other === undefined || other._zod.def.type === 'never' ? namesOf(own._zod.def) : undefined;
  return names && { names, isPartial: record['partial'] === true || other !== undefined };
}

function namesOf(def: Def): readonly unknown[] | undefined {
  if (def.type === 'enum') return enumValues(def['entries'] as Readonly<Record<string, string | number>>);
  if (def.type === 'literal') return def['values'] as readonly unknown[];
  return undefined;
}

function isOptional(schema: AnySchema): boolean {
  return schema._zod.optin !== undefined;
}

function isAnything({ _zod: { def } }: AnySchema): boolean {
  return def.type === 'unknown' || def.type === 'any';
}
