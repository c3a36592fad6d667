import { isDeepStrictEqual } from 'node:util';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { isRefused, type AnySchema, type Place } from './context';
import { checksOf, refuseCheck } from './scalars';

export function convertUnion({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  for (const check of checksOf(def)) refuseCheck(check, place);
  const options = def['options'] as readonly AnySchema[];
  const others = options.filter(({ _zod }) => _zod.def.type !== 'null');
  const members = others.map((option) => place.below('', option));
  if (members.some(isRefused)) return {};
  const union = unite(members, def['discriminator'] as string | undefined, def['inclusive'] === false, place);
  return others.length < options.length ? nullable(union, place) : union;
}

function unite(
  members: readonly JSONSchemaProps[],
  discriminator: string | undefined,
  isExclusive: boolean,
  place: Place,
): JSONSchemaProps {
  const [first, ...rest] = members;
  if (first === undefined) return place.refuse('is a union of nothing');
  if (rest.length === 0) return first;
  const unsayable = members.find((member) => member.default !== undefined || member['x-kubernetes-validations']);
  if (unsayable) return place.refuse('has a default or a rule() in a member of a union: put it on the union');
  const types = [...new Set(members.map(({ type }) => type))];
  if (types.length === 1 && types[0] === 'object') return uniteObjects(members, discriminator, isExclusive, place);
  if (types.length === 1 && types[0] !== undefined && types[0] !== 'array')
    return uniteScalars(members, isExclusive, place);
  if (types.length === 2 && types.includes('integer') && types.includes('string'))
    return uniteIntOrString(members, place);
  return place.refuse(
    `is a union of ${members.map(({ type }) => type ?? 'anything').join(' and ')}, but a CRD's field has one type: ` +
      'of two types only whole number and string may be mixed; use a z.discriminatedUnion() of objects, or a field for each',
  );
}

/** Strings or numbers with several rules, one of which must hold. */
function uniteScalars(members: readonly JSONSchemaProps[], isExclusive: boolean, place: Place): JSONSchemaProps {
  const { type } = members[0] ?? {};
  const own = { ...(type !== undefined && { type }) };
  const onlyEnums = members.every((member) => member.enum && Object.keys(member).length === 2);
  if (onlyEnums && !isExclusive) return { ...own, enum: [...new Set(members.flatMap((member) => member.enum ?? []))] };
  const isNullable = members.some((member) => member.nullable);
  const limits = members.map(({ type: _type, nullable: _nullable, description: _description, ...limit }) => limit);
  if (limits.some((limit) => Object.keys(limit).length === 0) && !isExclusive)
    return isNullable ? nullable(own, place) : own;
  const union = isExclusive ? { ...own, oneOf: limits } : { ...own, anyOf: limits };
  return isNullable ? nullable(union, place) : union;
}

/** Bounds hold for numbers and patterns for strings, so that those of both sides can stand side by side. */
function uniteIntOrString(members: readonly JSONSchemaProps[], place: Place): JSONSchemaProps {
  if (members.length > 2 || members.some((member) => member.enum || member.anyOf || member.allOf)) {
    return place.refuse('is a union of whole number and string with values of their own: say them by rule()');
  }
  const limits = members.map(({ type: _type, nullable: _nullable, description: _description, ...limit }) => limit);
  const union = { 'x-kubernetes-int-or-string': true, ...Object.assign({}, ...limits) } as JSONSchemaProps;
  return members.some((member) => member.nullable) ? nullable(union, place) : union;
}

/** All fields of all members, and for each member which of them it has. */
function uniteObjects(
  members: readonly JSONSchemaProps[],
  discriminator: string | undefined,
  isExclusive: boolean,
  place: Place,
): JSONSchemaProps {
  if (
    members.some(
      (member) => member.additionalProperties !== undefined || member['x-kubernetes-preserve-unknown-fields'],
    )
  ) {
    return place.refuse(
      'has a record or a loose object in a union, which a CRD cannot tell apart: give each a field of its own',
    );
  }
  const properties: Record<string, JSONSchemaProps> = {};
  for (const member of members) {
    for (const [name, schema] of Object.entries(member.properties ?? {})) {
      const known = properties[name];
      if (known === undefined) properties[name] = schema;
      else if (name === discriminator || (known.enum && schema.enum && known.type === schema.type))
        properties[name] = withValues(known, schema);
      else if (!isDeepStrictEqual(known, schema)) {
        return place
          .at(name)
          .refuse('is not the same in all members of the union, but a CRD describes a field once: give it two names');
      }
    }
  }
  const names = Object.keys(properties);
  const isNullable = members.some((member) => member.nullable);
  const shared = (members[0]?.required ?? []).filter((name) =>
    members.every((member) => member.required?.includes(name)),
  );
  const cases = members.map((member) => caseOf(member, properties, names, shared));
  const union: JSONSchemaProps = {
    type: 'object',
    properties,
    ...(shared.length > 0 && { required: shared }),
    // The cases of a discriminated union exclude each other already. Null fits all of them, which oneOf would refuse.
    ...(isExclusive && discriminator === undefined ? { oneOf: cases } : { anyOf: cases }),
  };
  return isNullable ? nullable(union, place) : union;
}

function withValues(one: JSONSchemaProps, other: JSONSchemaProps): JSONSchemaProps {
  return { ...one, enum: [...new Set([...(one.enum ?? []), ...(other.enum ?? [])])] };
}

/** What tells a member from the others: the values and the presence of its fields, and the absence of all others. */
function caseOf(
  { properties: own = {}, required = [] }: JSONSchemaProps,
  all: Readonly<Record<string, JSONSchemaProps>>,
  names: readonly string[],
  shared: readonly string[],
): JSONSchemaProps {
  const absent = names.filter((name) => own[name] === undefined).map((name) => ({ required: [name] }));
  const present = required.filter((name) => !shared.includes(name));
  const limits = Object.entries(own)
    .filter(([name, schema]) => !isDeepStrictEqual(schema.enum, all[name]?.enum))
    .map(([name, schema]) => [name, { enum: schema.enum }] as const);
  const [first, second] = absent;
  return {
    ...(limits.length > 0 && { properties: Object.fromEntries(limits) }),
    ...(present.length > 0 && { required: present }),
    ...(first && { not: second ? { anyOf: absent } : first }),
  };
}

/** The API server takes null for a nullable field only if no enum forbids it, whatever the enum lists. */
export function nullable(schema: JSONSchemaProps, place: Place): JSONSchemaProps {
  if (schema.oneOf) return place.refuse('is nullable and one of several, but null fits all of them: make it optional');
  if (schema.enum === undefined) return { ...schema, nullable: true };
  const { enum: values, ...rest } = schema;
  return { ...rest, nullable: true, anyOf: [{ enum: values }] };
}
