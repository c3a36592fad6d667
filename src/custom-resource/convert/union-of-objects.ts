import { own } from '../../crd/own';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { equalJson } from '../../values/same-json';
import type { Place } from './context';
import { nullable } from './nullable';

export interface Union {
  readonly members: readonly Member[];
  /** The field whose value says which member is meant. */
  readonly discriminator: string | undefined;
  /** Whether a value that fits two members is refused. */
  readonly isExclusive: boolean;
}

export interface Member {
  readonly schema: JSONSchemaProps;
  /** Whether zod takes an object with fields besides its own, and drops them. */
  readonly isOpen: boolean;
}

/** All fields of all members, and for each member which of them it has. */
export function uniteObjects(union: Union, place: Place): JSONSchemaProps {
  const members = union.members.map(({ schema }) => schema);
  const problem = memberProblem(members);
  if (problem !== undefined) return place.refuse(problem);
  const properties = fieldsOf(members, place);
  if (!properties) return {};
  const confused = union.discriminator === undefined ? confusion(union) : undefined;
  if (confused !== undefined) return place.refuse(confused);
  const shared = (members[0]?.required ?? []).filter((name) =>
    members.every((member) => member.required?.includes(name)),
  );
  const cases = members.map((member) => caseOf(member, properties, shared));
  const united: JSONSchemaProps = {
    type: 'object',
    properties,
    ...(shared.length > 0 && { required: shared }),
    // The cases of a discriminated union exclude each other already. Null fits all of them, which oneOf would refuse.
    ...(union.isExclusive ? { oneOf: cases } : { anyOf: cases }),
  };
  return members.some((member) => member.nullable) ? nullable(united, place) : united;
}

/** What a schema says about values, without the words for who reads it. */
export function withoutMeta(schema: JSONSchemaProps): JSONSchemaProps {
  const { description: _description, title: _title, example: _example, ...words } = schema;
  return words;
}

function memberProblem(members: readonly JSONSchemaProps[]): string | undefined {
  const words = members.flatMap((member) => Object.keys(member));
  if (words.includes('additionalProperties') || words.includes('x-kubernetes-preserve-unknown-fields')) {
    return 'has a record or a loose object in a union, which a CRD cannot tell apart: give each a field of its own';
  }
  const ofTheWhole = words.find((word) => word.startsWith('x-'));
  if (ofTheWhole === undefined) return undefined;
  return `has "${ofTheWhole}" in a member of a union, but a CRD says it of the whole: put it on the union, by matching()`;
}

/** Why zod would take an object that is meant for one member for another, and drop the rest of it. */
function confusion({ members, isExclusive }: Union): string | undefined {
  for (const [index, member] of members.entries()) {
    // Of members that do not exclude each other, zod takes the first that fits.
    const others = isExclusive ? members : members.slice(index + 1);
    const meant = others.find((other) => other !== member && takes(member, other.schema));
    if (meant === undefined) continue;
    const dropped = namesOf(meant.schema).find((name) => !namesOf(member.schema).includes(name));
    return (
      `has a member that zod takes though another is meant, and then drops ${dropped === undefined ? 'a field' : `"${dropped}"`}: ` +
      'make the members z.strictObject()'
    );
  }
  return undefined;
}

/** Whether objects of another schema may fit the member as well, but for fields that it does not have. */
function takes({ schema, isOpen }: Member, other: JSONSchemaProps): boolean {
  if (!isOpen) return false;
  const isOne = schema.anyOf === undefined && schema.oneOf === undefined;
  if (isOne && namesOf(other).every((name) => own(schema.properties, name))) return false;
  return (schema.required ?? []).every((name) => {
    const theirs = own(other.properties, name);
    const values = own(schema.properties, name)?.enum;
    return theirs && !(values && theirs.enum && !theirs.enum.some((value) => values.includes(value)));
  });
}

function namesOf({ properties = {} }: JSONSchemaProps): readonly string[] {
  return Object.keys(properties);
}

type Fields = Readonly<Record<string, JSONSchemaProps>>;

/** The fields of all members; undefined when there is one that a CRD cannot say. */
function fieldsOf(members: readonly JSONSchemaProps[], place: Place): Fields | undefined {
  const fields: Record<string, JSONSchemaProps> = {};
  for (const [name, schema] of members.flatMap(({ properties = {} }) => Object.entries(properties))) {
    const field = bothOf(fields[name], schema);
    if (!field) {
      place
        .at(name)
        .refuse('is not the same in all members of the union, but a CRD describes a field once: give it two names');
      return undefined;
    }
    fields[name] = field;
  }
  const filled = Object.keys(fields).find(
    (name) => fields[name]?.default !== undefined && members.some(({ properties }) => !own(properties, name)),
  );
  if (filled === undefined) return fields;
  place
    .at(filled)
    .refuse(
      'has a default, which the API server fills in where a member without the field is meant, too: make it .optional()',
    );
  return undefined;
}

/** A field of two members: the same in both, or with other values. */
function bothOf(known: JSONSchemaProps | undefined, schema: JSONSchemaProps): JSONSchemaProps | undefined {
  if (known === undefined || equalJson(known, schema)) return schema;
  const { enum: values, ...one } = withoutMeta(known);
  const { enum: more, ...other } = withoutMeta(schema);
  if (!values || !more || !equalJson(one, other)) return undefined;
  return { ...known, enum: [...new Set([...values, ...more])] };
}

/** What tells a member from the others: the values and the presence of its fields, the absence of all others, and its own clauses. */
function caseOf(member: JSONSchemaProps, all: Fields, shared: readonly string[]): JSONSchemaProps {
  const { type: _type, nullable: _nullable, properties = {}, required = [], ...clauses } = withoutMeta(member);
  const absent = Object.keys(all)
    .filter((name) => !own(properties, name))
    .map((name) => ({ required: [name] }));
  const present = required.filter((name) => !shared.includes(name));
  const limits = Object.entries(properties)
    .filter(([name, schema]) => !equalJson(schema.enum, all[name]?.enum))
    .map(([name, schema]) => [name, { enum: schema.enum }] as const);
  const [first, second] = absent;
  const without = first && { not: second ? { anyOf: absent } : first };
  return {
    ...clauses,
    ...(limits.length > 0 && { properties: Object.fromEntries(limits) }),
    ...(present.length > 0 && { required: present }),
    ...(without && (clauses.not ? { allOf: [...(clauses.allOf ?? []), without] } : without)),
  };
}
