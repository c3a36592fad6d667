import { isDeepStrictEqual } from 'node:util';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { QUANTITY_PATTERN } from '../../manifest/quantity';
import { isBound } from '../convert/bounds';
import { isLength } from '../convert/lengths';
import { toPattern } from '../convert/pattern';
import type { StringFormat } from '../strings';
import { call, type Expression, literal, method, text } from './expression';

/** What a schema says that its expression does not yet; `matching()` adds it. */
export type Rest = JSONSchemaProps;

export interface Printed {
  readonly expression: Expression;
  readonly rest: Rest;
}

/** A string, number or boolean, a whole number or string, or any value. Undefined for what has no word of its own. */
export function printScalar({ type, ...schema }: JSONSchemaProps): Printed | undefined {
  switch (type) {
    case 'string':
      return printString(schema);
    case 'integer':
      return printInteger(schema);
    case 'number':
      return printNumber(schema);
    case 'boolean':
      return printBoolean(schema);
    default:
      return schema['x-kubernetes-int-or-string'] === true ? printIntOrString(schema) : undefined;
  }
}

function printString(schema: JSONSchemaProps): Printed {
  const { enum: values, ...others } = schema;
  if (values && areAll('string', values)) return { expression: call('z.enum', literal(values)), rest: others };
  const { format = '', minLength, maxLength, pattern = '', ...rest } = schema;
  const expression = regex(pattern);
  const { expression: bounded, rest: lengths } = withLengths(stringOf(format), { minLength, maxLength });
  return {
    expression: expression ? method(bounded, 'regex', expression) : bounded,
    rest: {
      ...rest,
      ...lengths,
      ...(!expression && pattern !== '' && { pattern }),
      ...(!isKnown(format) && format !== '' && { format }),
    },
  };
}

const FORMATS: Readonly<Record<StringFormat, Expression>> = {
  byte: call('format', literal('byte')),
  cidr: call('format', literal('cidr')),
  date: call('format', literal('date')),
  'date-time': call('time'),
  duration: call('format', literal('duration')),
  email: call('format', literal('email')),
  hostname: call('format', literal('hostname')),
  ipv4: call('format', literal('ipv4')),
  ipv6: call('format', literal('ipv6')),
  'k8s-long-name': call('format', literal('k8s-long-name')),
  'k8s-short-name': call('format', literal('k8s-short-name')),
  mac: call('format', literal('mac')),
  uri: call('format', literal('uri')),
  uuid: call('format', literal('uuid')),
};

function isKnown(format: string): format is StringFormat {
  return Object.hasOwn(FORMATS, format);
}

function stringOf(format: string): Expression {
  return isKnown(format) ? FORMATS[format] : call('z.string');
}

/** The JavaScript expression that the converter turns into exactly this pattern again, so that both mean the same. */
function regex(pattern: string): Expression | undefined {
  for (const flags of ['', 'u']) {
    const expression = regExp(pattern, flags);
    const converted = expression && toPattern(expression);
    if (converted && 'pattern' in converted && converted.pattern === pattern) return text(String(expression));
  }
  return undefined;
}

function regExp(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}

function printInteger({ format = '', ...schema }: JSONSchemaProps): Printed {
  const { enum: values } = schema;
  const isLiteral = values !== undefined && areAll('integer', values);
  if (!isLiteral && format === 'int32' && fitsInt32(schema)) return withRange(call('int32'), schema);
  if (!isLiteral && format === 'int64') return withRange(call('int64'), schema);
  const { expression, rest } = isLiteral
    ? { expression: literals(values), rest: withoutEnum(schema) }
    : withRange(call('z.int'), schema);
  return { expression, rest: format === '' ? rest : { ...rest, format } };
}

/** int32() has bounds of its own, which others can only narrow. */
function fitsInt32({ minimum = 0, maximum = 0 }: JSONSchemaProps): boolean {
  return minimum >= -(2 ** 31) && maximum <= 2 ** 31 - 1;
}

function printNumber(schema: JSONSchemaProps): Printed {
  const { enum: values } = schema;
  if (values && areAll('fraction', values)) return { expression: literals(values), rest: withoutEnum(schema) };
  return withRange(call('z.number'), schema);
}

function printBoolean(schema: JSONSchemaProps): Printed {
  const { enum: values } = schema;
  if (values?.length === 1 && areAll('boolean', values))
    return { expression: literals(values), rest: withoutEnum(schema) };
  return { expression: call('z.boolean'), rest: schema };
}

function withoutEnum({ enum: _enum, ...schema }: JSONSchemaProps): JSONSchemaProps {
  return schema;
}

/** A bound that zod would read otherwise than the API server is left to matching(). */
function withRange(start: Expression, schema: JSONSchemaProps): Printed {
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf, ...rest } = schema;
  const isSayable = (bound = 0): boolean => isBound(bound) && Number.isInteger(bound);
  if (!isSayable(minimum) || !isSayable(maximum) || !isSayable(multipleOf) || (multipleOf ?? 1) <= 0)
    return { expression: start, rest: schema };
  const above = withBound(start, exclusiveMinimum === true ? 'gt' : 'min', minimum);
  const below = withBound(above, exclusiveMaximum === true ? 'lt' : 'max', maximum);
  return { expression: withBound(below, 'multipleOf', multipleOf), rest };
}

/** With the lengths that zod can say; the others, which are of no use, stay in the rest. */
export function withLengths(
  start: Expression,
  lengths: Pick<JSONSchemaProps, 'minLength' | 'maxLength' | 'minItems' | 'maxItems'>,
): Printed {
  let expression = start;
  const rest: Record<string, number> = {};
  for (const [word, length] of Object.entries(lengths)) {
    if (isLength(length)) expression = method(expression, word.slice(0, 3), literal(length));
    else if (length !== undefined) rest[word] = length;
  }
  return { expression, rest };
}

/** The pattern that controller-gen writes for a quantity. It also takes `1e1.5`, which no program can read. */
const WRITTEN_BY_CONTROLLER_GEN =
  '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$';

function printIntOrString(schema: JSONSchemaProps): Printed {
  const { 'x-kubernetes-int-or-string': _is, pattern, anyOf, allOf, ...rest } = schema;
  const more = {
    ...rest,
    // Older versions of Kubernetes wanted these two forms beside the extension, which says the same.
    ...(anyOf && !isDeepStrictEqual(anyOf, INT_OR_STRING) && { anyOf }),
    ...(allOf && { allOf: allOf.filter((clause) => !isDeepStrictEqual(clause, { anyOf: INT_OR_STRING })) }),
  };
  const said = allOf && more.allOf?.length === 0 ? withoutAllOf(more) : more;
  if (pattern === QUANTITY_PATTERN || pattern === WRITTEN_BY_CONTROLLER_GEN)
    return { expression: call('quantity'), rest: said };
  return { expression: call('intOrString'), rest: { ...said, ...(pattern !== undefined && { pattern }) } };
}

const INT_OR_STRING: JSONSchemaProps['anyOf'] = [{ type: 'integer' }, { type: 'string' }];

function withoutAllOf({ allOf: _allOf, ...schema }: JSONSchemaProps): JSONSchemaProps {
  return schema;
}

function literals(values: readonly unknown[]): Expression {
  return call('z.literal', literal(values.length === 1 ? values[0] : values));
}

/** Whether all values are of one sort, and none is there twice. */
function areAll(sort: 'string' | 'boolean' | 'integer' | 'fraction', values: readonly unknown[]): boolean {
  const sortOf = (value: unknown) => (typeof value === 'number' ? sortOfNumber(value) : typeof value);
  return values.length > 0 && values.every((value) => sortOf(value) === sort) && new Set(values).size === values.length;
}

function sortOfNumber(value: number): 'integer' | 'inexact' | 'fraction' {
  if (!Number.isInteger(value)) return 'fraction';
  return Number.isSafeInteger(value) ? 'integer' : 'inexact';
}

function withBound(expression: Expression, name: string, bound: number | undefined): Expression {
  return bound === undefined ? expression : method(expression, name, literal(bound));
}
