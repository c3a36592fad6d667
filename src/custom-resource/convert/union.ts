import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { isRefused, type AnySchema, type Def, type Place } from './context';
import { nullable } from './nullable';
import { checksOf, hasChecks, refuseCheck } from './scalars';
import { type Union, uniteObjects, withoutMeta } from './union-of-objects';

export function convertUnion({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  for (const check of checksOf(def)) refuseCheck(check, place);
  const options = optionsOf(def);
  const others = options.filter(({ _zod }) => _zod.def.type !== 'null');
  const members = others.map((option) => ({ schema: place.below('', option), isOpen: isOpen(option) }));
  if (members.some(({ schema }) => isRefused(schema))) return {};
  const discriminator = def['discriminator'] as string | undefined;
  const isExclusive = def['inclusive'] === false && discriminator === undefined;
  const union = unite({ members, discriminator, isExclusive }, place);
  return others.length < options.length ? nullable(union, place) : union;
}

/** Of a union inside of a union zod takes the first member that fits, as if they were members of the outer one. */
function optionsOf(def: Def): readonly AnySchema[] {
  const options = def['options'] as readonly AnySchema[];
  const takesFirst = (each: Def): boolean => each.type === 'union' && each['inclusive'] !== false;
  if (!takesFirst(def) || def['discriminator'] !== undefined) return options;
  return options.flatMap((option) => {
    const inner = option._zod.def;
    const isPlain = takesFirst(inner) && inner['discriminator'] === undefined && !hasChecks(inner);
    return isPlain ? optionsOf(inner) : [option];
  });
}

/** Whether zod takes an object with other fields than those of the schema, and drops them. */
function isOpen({ _zod: { def } }: AnySchema): boolean {
  if (def.type === 'union') return (def['options'] as readonly AnySchema[]).some(isOpen);
  const inner =
    def.type === 'lazy' ? (def['getter'] as () => AnySchema)() : (def['innerType'] as AnySchema | undefined);
  if (inner) return isOpen(inner);
  return def.type === 'object' && (def['catchall'] as AnySchema | undefined)?._zod.def.type !== 'never';
}

function unite(union: Union, place: Place): JSONSchemaProps {
  const members = union.members.map(({ schema }) => schema);
  const [first, ...rest] = members;
  if (first === undefined) return place.refuse('is a union of nothing');
  if (rest.length === 0) return first;
  const unsayable = members.find((member) => member.default !== undefined || member['x-kubernetes-validations']);
  if (unsayable) return place.refuse('has a default or a rule() in a member of a union: put it on the union');
  const types = [...new Set(members.map(({ type }) => type))];
  if (types.length === 1 && types[0] === 'object') return uniteObjects(union, place);
  if (types.length === 1 && types[0] !== undefined && types[0] !== 'array')
    return uniteScalars(members, union.isExclusive, place);
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
  const limits = members.map(limitOf);
  if (limits.some((limit) => Object.keys(limit).length === 0) && !isExclusive)
    return isNullable ? nullable(own, place) : own;
  const union = isExclusive ? { ...own, oneOf: limits } : { ...own, anyOf: limits };
  return isNullable ? nullable(union, place) : union;
}

/** Bounds hold for numbers and patterns for strings, so that those of both sides can stand side by side. */
function uniteIntOrString(members: readonly JSONSchemaProps[], place: Place): JSONSchemaProps {
  const isMixed = members.every(({ format }) => format !== undefined);
  if (
    members.length > 2 ||
    isMixed ||
    members.some(({ enum: values, anyOf, allOf, oneOf, not }) => values ?? anyOf ?? allOf ?? oneOf ?? not)
  ) {
    return place.refuse('is a union of whole number and string with values of their own: say them by rule()');
  }
  const limits = members.map(limitOf);
  const union = { 'x-kubernetes-int-or-string': true, ...Object.assign({}, ...limits) } as JSONSchemaProps;
  return members.some((member) => member.nullable) ? nullable(union, place) : union;
}

/** What a member says of values of its type. */
function limitOf(member: JSONSchemaProps): JSONSchemaProps {
  const { type: _type, nullable: _nullable, ...limit } = withoutMeta(member);
  return limit;
}
