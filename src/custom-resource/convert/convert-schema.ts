import type { z } from 'zod';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import type { Problems } from '../../props/problem';
import { convertArray, convertObject, convertRecord } from './containers';
import { isRefused, noSchemaProblem, Place, type AnySchema } from './context';
import { withDefault } from './default';
import { markProblem } from './mark-problem';
import { merge } from './merge';
import { nullable } from './nullable';
import { convertNumber, convertString, convertValues, enumValues, marksOf } from './scalars';
import { convertUnion } from './union';

/**
 * The CRD schema that takes what a zod schema takes. What a CRD cannot say becomes a problem with the path and what to write instead; then
 * what is returned is of no use.
 *
 * It reads the public data of zod's schemas, `_zod.def`, and knows every type by name: one that a later zod brings is refused, not guessed.
 */
export function convertSchema(schema: z.core.$ZodType, path: string, problems: Problems): JSONSchemaProps {
  return convert(schema as unknown as AnySchema, new Place(path, problems, [], convert));
}

type Converter = (schema: AnySchema, place: Place) => JSONSchemaProps;

function convert(schema: AnySchema, outer: Place): JSONSchemaProps {
  const noSchema = noSchemaProblem(schema);
  if (noSchema !== undefined) return outer.refuse(noSchema);
  const place = outer.inside(schema);
  if (!place) return outer.refuse('is inside of itself, but a CRD cannot be recursive: use preserve(z.unknown())');
  const { def } = schema._zod;
  const marks = marksOf(def);
  const converted =
    marks.find(({ replace }) => replace)?.replace ??
    CONVERTERS[def.type ?? '']?.(schema, place) ??
    unknownType(schema, place);
  if (isRefused(converted)) return converted;
  const problem = markProblem(converted, marks);
  if (problem !== undefined) return place.refuse(problem);
  const withMarks = marks.reduce((base, { add }) => (add ? merge(base, add) : base), converted);
  return described(withMarks, schema, place);
}

const CONVERTERS: Readonly<Record<string, Converter>> = {
  string: convertString,
  number: convertNumber,
  boolean: ({ _zod: { def } }, place) =>
    def['coerce'] === true ? place.refuse('coerces to true or false: use z.boolean()') : { type: 'boolean' },
  literal: ({ _zod: { def } }, place) => convertValues(def['values'] as readonly unknown[], place),
  enum: ({ _zod: { def } }, place) =>
    convertValues(enumValues(def['entries'] as Readonly<Record<string, string | number>>), place),
  array: convertArray,
  object: convertObject,
  record: convertRecord,
  union: convertUnion,
  // Nullable, because the API server drops a null that it does not expect.
  any: () => ({ 'x-kubernetes-preserve-unknown-fields': true, nullable: true }),
  unknown: () => ({ 'x-kubernetes-preserve-unknown-fields': true, nullable: true }),
  optional: inner,
  exact_optional: inner,
  readonly: inner,
  nullable: (schema, place) => {
    const wrapped = inner(schema, place);
    return isRefused(wrapped) ? wrapped : nullable(wrapped, place);
  },
  default: withDefault,
  prefault: withDefault,
  lazy: ({ _zod: { def } }, place) => place.below('', (def['getter'] as () => AnySchema)()),
};

function inner({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  return place.below('', def['innerType'] as AnySchema);
}

const INSTEAD: Readonly<Record<string, string>> = {
  bigint: 'int64()',
  date: 'time()',
  map: 'z.record(z.string(), ...)',
  set: 'listSet(...)',
  tuple: 'z.object() with a field for each, or z.array()',
  intersection: 'one z.object(), by .extend()',
  template_literal: 'z.string().regex(...)',
  null: '.nullable()',
  nonoptional: 'a schema that was not made optional',
  catch: '.default(...), and let what is wrong be refused',
  transform: 'the value as it is written, and change it in the controller',
  pipe: 'the value as it is written, and change it in the controller',
  custom: 'rule(schema, { rule: <CEL>, check, message })',
};

function unknownType({ _zod: { def } }: AnySchema, place: Place): JSONSchemaProps {
  const instead = INSTEAD[def.type ?? ''];
  return place.refuse(
    `is a z.${String(def.type)}(), which a CRD cannot say${instead === undefined ? ': use strings, numbers, booleans, z.array(), z.object() and z.record()' : `: use ${instead}`}`,
  );
}

/** The words of a `.describe()` or `.meta()` that a CRD has too. */
const META: readonly string[] = ['description', 'title', 'example'];

function described(converted: JSONSchemaProps, schema: AnySchema, place: Place): JSONSchemaProps {
  const meta = (schema.meta?.() ?? {}) as Readonly<Record<string, unknown>>;
  // An id is for zod's own registry.
  const unsayable = Object.keys(meta).find((word) => word !== 'id' && !META.includes(word));
  if (unsayable !== undefined) {
    return place.refuse(`has "${unsayable}" in its .meta(), which a CRD cannot say: it has ${META.join(', ')}`);
  }
  const words = META.filter((word) => meta[word] !== undefined).map((word) => [word, meta[word]]);
  return { ...converted, ...(Object.fromEntries(words) as JSONSchemaProps) };
}
