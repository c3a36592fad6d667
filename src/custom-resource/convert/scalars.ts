import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { markOf } from '../mark';
import { Bounds, isBound } from './bounds';
import type { AnyCheck, AnySchema, Def, Place } from './context';
import { lengthsOf } from './lengths';
import { literalPattern, toPattern } from './pattern';

/** The patterns of zod's formats differ between its versions, and a CRD must not change because zod did. */
const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'time()',
  date: "format('date')",
  time: 'z.string().regex(...)',
  duration: "format('duration')",
  uuid: "format('uuid')",
  guid: "format('uuid')",
  ipv4: "format('ipv4')",
  ipv6: "format('ipv6')",
  cidrv4: "format('cidr')",
  cidrv6: "format('cidr')",
  mac: "format('mac')",
  base64: "format('byte')",
  url: "format('uri')",
  email: "format('email')",
  hostname: "format('hostname')",
};

export function convertString(schema: AnySchema, place: Place): JSONSchemaProps {
  const { def } = schema._zod;
  if (def['coerce'] === true) return place.refuse('coerces to a string, which the API server does not: use z.string()');
  const patterns: string[] = [];
  const ownFormat = def.format === undefined ? [] : [def];
  const { min, max } = lengthsOf([...ownFormat, ...checksOf(def)], place, (check) => {
    if (check.check === 'string_format') addPattern(check);
    else refuseCheck(check, place);
  });
  const lengths = { ...(min !== undefined && { minLength: min }), ...(max !== undefined && { maxLength: max }) };
  const [only] = patterns;
  const all = { allOf: patterns.map((pattern) => ({ pattern })) };
  return { type: 'string', ...lengths, ...(patterns.length > 1 ? all : only !== undefined && { pattern: only }) };

  function addPattern(check: Def): void {
    const result = stringPattern(check);
    if ('pattern' in result) patterns.push(result.pattern);
    else place.refuse(result.problem);
  }
}

function stringPattern(check: Def): ReturnType<typeof toPattern> {
  switch (check.format) {
    case 'regex': {
      const result = toPattern(check['pattern'] as RegExp);
      return 'problem' in result ? { problem: `${String(check['pattern'])} ${result.problem}` } : result;
    }
    case 'starts_with':
      return { pattern: `^${literalPattern(String(check['prefix']))}` };
    case 'ends_with':
      return { pattern: `${literalPattern(String(check['suffix']))}$` };
    case 'includes':
      if (check['position'] === undefined) return { pattern: literalPattern(String(check['includes'])) };
      return { problem: 'has .includes() with a position, which a CRD cannot say: use .regex()' };
    case 'lowercase':
      return { pattern: '^[^A-Z]*$' };
    case 'uppercase':
      return { pattern: '^[^a-z]*$' };
    default: {
      const instead = FORMATS[check.format ?? ''] ?? 'z.string().regex(...)';
      return {
        problem: `is zod's format "${String(check.format)}", which differs between versions of zod: use ${instead}`,
      };
    }
  }
}

/** The whole numbers that zod's own formats take, as the CRD says it. A format alone is not checked by the API server. */
const INTEGERS: Readonly<Record<string, JSONSchemaProps>> = {
  safeint: {},
  int32: { format: 'int32', minimum: -(2 ** 31), maximum: 2 ** 31 - 1 },
  uint32: { format: 'int64', minimum: 0, maximum: 2 ** 32 - 1 },
};

export function convertNumber(schema: AnySchema, place: Place): JSONSchemaProps {
  const { def } = schema._zod;
  if (def['coerce'] === true) return place.refuse('coerces to a number, which the API server does not: use z.number()');
  const bounds = new Bounds();
  let integer: JSONSchemaProps | undefined;
  let multipleOf: number | undefined;
  const ownFormat = def.format === undefined ? [] : [def];
  for (const check of [...ownFormat, ...checksOf(def)]) {
    switch (check.check) {
      case 'number_format':
        if (check.format === 'float64') break;
        integer = INTEGERS[check.format ?? ''];
        if (!integer)
          return place.refuse(`is a "${String(check.format)}", which the API server does not know: use z.number()`);
        bounds.atLeast(integer.minimum ?? -Infinity, true);
        bounds.atMost(integer.maximum ?? Infinity, true);
        break;
      case 'greater_than':
      case 'less_than': {
        const bound = Number(check['value']);
        if (!isBound(bound)) return place.refuse(`has the bound ${bound}, which is no number of 64 bits: leave it out`);
        if (check.check === 'greater_than') bounds.atLeast(bound, check['inclusive'] === true);
        else bounds.atMost(bound, check['inclusive'] === true);
        break;
      }
      case 'multiple_of':
        if (multipleOf !== undefined)
          return place.refuse('has two .multipleOf(), of which a CRD can say one: use their least common multiple');
        multipleOf = Number(check['value']);
        if (!isBound(multipleOf) || multipleOf <= 0)
          return place.refuse(`has a .multipleOf() of ${multipleOf}: give a number above 0 that has 64 bits at most`);
        if (!Number.isInteger(multipleOf)) {
          return place.refuse(
            'has a .multipleOf() of a fraction, with which the API server refuses every whole number: use rule()',
          );
        }
        break;
      default:
        refuseCheck(check, place);
    }
  }
  const problem = integer ? undefined : bounds.problem();
  if (problem !== undefined) return place.refuse(problem);
  const format = integer?.format;
  return {
    type: integer ? 'integer' : 'number',
    ...(format !== undefined && { format }),
    ...(integer ? bounds.wholeSchema() : bounds.schema()),
    ...(multipleOf !== undefined && { multipleOf }),
  };
}

/** The values of a literal or an enum, which must be of one type. */
export function convertValues(values: readonly unknown[], place: Place): JSONSchemaProps {
  const types = new Set(values.map((value) => (Number.isInteger(value) ? 'integer' : typeof value)));
  const [type, other] = types;
  if (values.includes(null)) return place.refuse('has null among its values: use .nullable()');
  const inexact = values.find((value): value is number => typeof value === 'number' && !isExact(value));
  if (inexact !== undefined)
    return place.refuse(`has the value ${inexact}, which JavaScript does not hold exactly: use a string`);
  if (other !== undefined)
    return place.refuse(`has values of two types, ${type ?? ''} and ${other}: a CRD's field has one`);
  if (type !== 'string' && type !== 'integer' && type !== 'number' && type !== 'boolean') {
    return place.refuse(`has a value of type ${type ?? 'nothing'}, which is not JSON`);
  }
  return { type, enum: [...values] };
}

function isExact(value: number): boolean {
  return Number.isInteger(value) ? Number.isSafeInteger(value) : Number.isFinite(value);
}

/** The names of a TypeScript enum are its values too, if these are numbers; they are not meant. */
export function enumValues(entries: Readonly<Record<string, string | number>>): readonly unknown[] {
  const numbers = Object.values(entries).filter((value) => typeof value === 'number');
  return Object.entries(entries)
    .filter(([name]) => !numbers.includes(Number(name)))
    .map(([, value]) => value);
}

/** The checks of a schema that zod knows; those that are marked by a helper are {@link marksOf}. */
export function checksOf(def: Def): readonly Def[] {
  return allChecks(def)
    .filter((check) => markOf(check) === undefined)
    .map((check) => check._zod.def);
}

/** Whether anything was added to the bare type, by zod or by a helper. */
export function hasChecks(def: Def): boolean {
  return allChecks(def).length > 0;
}

export function marksOf(def: Def): readonly NonNullable<ReturnType<typeof markOf>>[] {
  return allChecks(def).flatMap((check) => markOf(check) ?? []);
}

function allChecks(def: Def): readonly AnyCheck[] {
  return (def['checks'] as readonly AnyCheck[] | undefined) ?? [];
}

const CUSTOM =
  '.refine(), .superRefine() and .check() are JavaScript, which the API server cannot run: use rule(schema, { rule: <CEL>, check, message })';
const OVERWRITE =
  '.trim(), .toLowerCase() and the like change the value, which the API server does not: refuse it by .regex()';

/** A check that has no word in a CRD. */
export function refuseCheck({ check }: Def, place: Place): void {
  if (check === 'custom') place.refuse(CUSTOM);
  else if (check === 'overwrite') place.refuse(OVERWRITE);
  else
    place.refuse(
      `has the check "${String(check)}", which a CRD cannot say: use rule(schema, { rule: <CEL>, check, message })`,
    );
}
