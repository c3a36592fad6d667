import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { type AnySchema, type Def, noSchemaProblem, type Place } from './context';
import { lengthsOf } from './lengths';
import { checksOf, convertValues, enumValues, hasChecks, marksOf, refuseCheck } from './scalars';

export function convertArray({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  const { min, max } = lengthsOf(checksOf(def), place, (check) => {
    refuseCheck(check, place);
  });
  const counts = { ...(min !== undefined && { minItems: min }), ...(max !== undefined && { maxItems: max }) };
  return { type: 'array', ...counts, items: place.below('[]', def['element'] as AnySchema) };
}

export function convertObject({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  for (const check of checksOf(def)) refuseCheck(check, place);
  const shape = def['shape'] as Readonly<Record<string, AnySchema>>;
  return withCatchall(fieldsOf(shape, place), def['catchall'] as AnySchema | undefined, place);
}

function fieldsOf(shape: Readonly<Record<string, AnySchema>>, place: Place): JSONSchemaProps {
  const fields = Object.entries(shape);
  if (fields.length === 0) return { type: 'object' };
  const properties: Record<string, JSONSchemaProps> = {};
  const required: string[] = [];
  for (const [name, schema] of fields) {
    if (isTaken(name, place)) continue;
    properties[name] = place.below(name, schema);
    if (noSchemaProblem(schema) !== undefined || isOptional(schema)) continue;
    required.push(name);
    refuseAnything(schema, place.at(name));
  }
  return { type: 'object', properties, ...(required.length > 0 && { required }) };
}

/** Every object of JavaScript has something under such a name, which zod and TypeScript take for the field. */
function isTaken(name: string, place: Place): boolean {
  if (!(name in Object.prototype)) return false;
  place.at(name).refuse('has a name that every object of JavaScript has already: give it another');
  return true;
}

function refuseAnything(schema: AnySchema, place: Place): void {
  if (isAnything(schema))
    place.refuse('may be anything, but must be there, which versions of zod see differently: add .optional()');
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
  const key = withoutReadonly(def['keyType'] as AnySchema);
  const value = def['valueType'] as AnySchema;
  const named = namedKeys(def, key);
  if (named) return recordOfNames(named, value, place);
  if (key._zod.def.type !== 'string')
    return place.refuse('has keys that are no plain z.string() or z.enum(): use z.record(z.string(), ...)');
  if (hasChecks(key._zod.def) || key._zod.def.format !== undefined) return place.refuse(RULE_FOR_KEYS);
  return { type: 'object', additionalProperties: place.below('[*]', value) };
}

const RULE_FOR_KEYS =
  "has a rule for its keys, which a CRD's schema cannot say: use z.record(z.string(), ...) and rule(..., { rule: \"self.all(key, key.matches('^[a-z]+$'))\", ... })";

/** A record of an enum has all its keys, unless it is a partial one. */
function recordOfNames({ names, isPartial, hasRule }: NamedKeys, value: AnySchema, place: Place): JSONSchemaProps {
  if (hasRule) return place.refuse('has a rule for its keys, which are known: leave out those that break it');
  if (convertValues(names, place).type !== 'string') return place.refuse('has keys that are no strings: use names');
  if (!isPartial && isExactlyOptional(value)) {
    return place.refuse('has values that are .exactOptional(), which zod wants all the same: use z.partialRecord()');
  }
  const properties: Record<string, JSONSchemaProps> = {};
  for (const name of names.map(String)) {
    if (isTaken(name, place)) continue;
    properties[name] = place.below(name, value);
    if (isPartial || isOptional(value)) continue;
    refuseAnything(value, place.at(name));
  }
  if (isPartial && Object.values(properties).some((property) => property.default !== undefined)) {
    return place.refuse(
      'has values with a default, which the API server fills in for every key: use z.record() in place of z.partialRecord()',
    );
  }
  return { type: 'object', properties, ...(!isPartial && !isOptional(value) && { required: names.map(String) }) };
}

interface NamedKeys {
  readonly names: readonly unknown[];
  readonly isPartial: boolean;
  readonly hasRule: boolean;
}

/** Undefined when the keys of a record may be any. */
function namedKeys(record: Def, key: AnySchema): NamedKeys | undefined {
  // Versions of zod 4 make a partial record of a union of its keys and never (the first), of keys that hide their values, or mark it.
  const [own = key, other] = key._zod.def.type === 'union' ? (key._zod.def['options'] as readonly AnySchema[]) : [];
  const names = other === undefined || other._zod.def.type === 'never' ? namesOf(own._zod.def) : undefined;
  const hidesValues = (record['keyType'] as AnySchema)._zod.values === undefined;
  const isPartial = record['partial'] === true || other !== undefined || hidesValues;
  return names && { names, isPartial, hasRule: hasChecks(key._zod.def) || hasChecks(own._zod.def) };
}

function namesOf(def: Def): readonly unknown[] | undefined {
  if (def.type === 'enum') return enumValues(def['entries'] as Readonly<Record<string, string | number>>);
  if (def.type === 'literal') return def['values'] as readonly unknown[];
  return undefined;
}

function isOptional(schema: AnySchema): boolean {
  return schema._zod.optin !== undefined;
}

/** Its type is that of an optional one. */
function isExactlyOptional({ _zod: { def, traits } }: AnySchema): boolean {
  const inner = def['innerType'] as AnySchema | undefined;
  return traits.has('$ZodExactOptional') || (inner !== undefined && isExactlyOptional(inner));
}

/** Whether undefined fits a schema that has not said so. What matching() says in its place does not take it. */
function isAnything({ _zod: { def } }: AnySchema): boolean {
  if (def.type === 'lazy') return isAnything((def['getter'] as () => AnySchema)());
  if (def.type === 'readonly' || def.type === 'nullable') return isAnything(def['innerType'] as AnySchema);
  return (def.type === 'unknown' || def.type === 'any') && !marksOf(def).some(({ replace }) => replace);
}

function withoutReadonly(schema: AnySchema): AnySchema {
  const { def } = schema._zod;
  return def.type === 'readonly' ? withoutReadonly(def['innerType'] as AnySchema) : schema;
}
