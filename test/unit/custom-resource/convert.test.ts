import { z } from 'zod';
import { atomic, listMap, listSet } from '../../../src/custom-resource/lists';
import { matching } from '../../../src/custom-resource/matching';
import { int32, int64, intOrString, quantity } from '../../../src/custom-resource/numbers';
import { embedded, preserve } from '../../../src/custom-resource/objects';
import { rule, serverRule } from '../../../src/custom-resource/rule';
import { format, time } from '../../../src/custom-resource/strings';
import { convert } from './convert';

function outcome(schema: z.ZodType): { readonly schema: unknown; readonly problems: string } {
  try {
    return { schema: convert(schema), problems: '' };
  } catch (error) {
    return { schema: undefined, problems: String(error) };
  }
}

enum Level {
  Low = 1,
  High = 2,
}

test.each<[string, z.ZodType, unknown]>([
  ['a string', z.string(), { type: 'string' }],
  ['lengths', z.string().min(1).min(2).max(9), { type: 'string', minLength: 2, maxLength: 9 }],
  ['one length', z.string().length(3), { type: 'string', minLength: 3, maxLength: 3 }],
  ['a pattern', z.string().regex(/^a+$/), { type: 'string', pattern: '^a+$' }],
  [
    'several patterns',
    z.string().startsWith('a.').endsWith('z').includes('+'),
    { type: 'string', allOf: [{ pattern: '^a\\.' }, { pattern: 'z$' }, { pattern: '\\+' }] },
  ],
  ['upper case', z.string().uppercase(), { type: 'string', pattern: '^[^a-z]*$' }],
  ['a number', z.number(), { type: 'number' }],
  [
    'bounds',
    z.number().gt(0.5).lt(2),
    { type: 'number', ...{ minimum: 0.5, exclusiveMinimum: true, maximum: 2, exclusiveMaximum: true } },
  ],
  [
    'bounds of which a fraction may be cut off',
    z.number().min(-1.5).max(2.5),
    { type: 'number', minimum: -1.5, maximum: 2.5 },
  ],
  ['whole bounds', z.int().min(0.5).max(2.5), { type: 'integer', minimum: 1, maximum: 2 }],
  ['whole bounds of exclusive ones', z.number().gt(-0.5).lt(2.5).int(), { type: 'integer', minimum: 0, maximum: 2 }],
  ['the tightest bound', z.int().gt(1).min(1), { type: 'integer', minimum: 1, exclusiveMinimum: true }],
  [
    'a whole number',
    z.int().positive().multipleOf(5),
    { type: 'integer', minimum: 0, exclusiveMinimum: true, multipleOf: 5 },
  ],
  ['a number that is whole', z.number().int(), { type: 'integer' }],
  ['int32', int32().min(1), { type: 'integer', format: 'int32', minimum: 1, maximum: 2147483647 }],
  ['int64', int64().min(1).optional(), { type: 'integer', format: 'int64', minimum: 1 }],
  ['a boolean', z.boolean(), { type: 'boolean' }],
  ['an enum', z.enum(['a', 'b']), { type: 'string', enum: ['a', 'b'] }],
  ['an enum of TypeScript', z.enum(Level), { type: 'integer', enum: [1, 2] }],
  ['a literal', z.literal(3), { type: 'integer', enum: [3] }],
  ['a union of literals', z.union([z.literal('a'), z.enum(['b', 'a'])]), { type: 'string', enum: ['a', 'b'] }],
  ['a list', z.array(z.string()).min(1).max(3), { type: 'array', minItems: 1, maxItems: 3, items: { type: 'string' } }],
  [
    'the tightest counts',
    z.array(z.int()).min(2).min(0).max(3).max(9),
    { type: 'array', minItems: 2, maxItems: 3, items: { type: 'integer' } },
  ],
  [
    'a count and more',
    z.array(z.int()).length(3).min(1),
    { type: 'array', minItems: 3, maxItems: 3, items: { type: 'integer' } },
  ],
  [
    'a map with keys that are read only',
    z.record(z.string().readonly(), z.int()),
    { type: 'object', additionalProperties: { type: 'integer' } },
  ],
  ['a map', z.record(z.string(), z.int()), { type: 'object', additionalProperties: { type: 'integer' } }],
  [
    'a map of some names',
    z.partialRecord(z.enum(['cpu', 'memory']), z.string()),
    { type: 'object', properties: { cpu: { type: 'string' }, memory: { type: 'string' } } },
  ],
  [
    'an object',
    z.object({ a: z.string(), b: z.int().optional(), c: z.boolean().default(true) }),
    {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'integer' }, c: { type: 'boolean', default: true } },
      required: ['a'],
    },
  ],
  ['a strict object', z.strictObject({}), { type: 'object' }],
  [
    'a loose object',
    z.looseObject({ a: z.string() }),
    {
      type: 'object',
      properties: { a: { type: 'string' } },
      required: ['a'],
      'x-kubernetes-preserve-unknown-fields': true,
    },
  ],
  [
    'an object of whatever names',
    z.object({}).catchall(z.int()),
    { type: 'object', additionalProperties: { type: 'integer' } },
  ],
  ['null or a string', z.string().nullable(), { type: 'string', nullable: true }],
  ['null or one of', z.enum(['a']).nullable(), { type: 'string', nullable: true, anyOf: [{ enum: ['a'] }] }],
  ['a union with null', z.union([z.int(), z.null()]), { type: 'integer', nullable: true }],
  ['a default', z.int().default(3), { type: 'integer', default: 3 }],
  [
    'a default that the defaults of fields fill',
    z.object({ a: z.int().default(1) }).prefault({}),
    { type: 'object', properties: { a: { type: 'integer', default: 1 } }, default: {} },
  ],
  ['read only', z.string().readonly(), { type: 'string' }],
  ['anything', z.unknown(), { 'x-kubernetes-preserve-unknown-fields': true, nullable: true }],
  ['anything, said so', preserve(z.unknown()), { 'x-kubernetes-preserve-unknown-fields': true, nullable: true }],
  ['a number or a string', intOrString(), { 'x-kubernetes-int-or-string': true }],
  [
    'a number or a string with rules of their own',
    z.union([z.int().min(1), z.string().regex(/^\d+%$/)]),
    { 'x-kubernetes-int-or-string': true, minimum: 1, pattern: '^\\d+%$' },
  ],
  [
    'two sorts of strings',
    z.union([z.literal('auto'), z.string().regex(/^\d+$/)]),
    { type: 'string', anyOf: [{ enum: ['auto'] }, { pattern: '^\\d+$' }] },
  ],
  [
    'a quantity',
    quantity().default('1Gi'),
    {
      'x-kubernetes-int-or-string': true,
      pattern: '^[+-]?([0-9]+|[0-9]+\\.[0-9]*|\\.[0-9]+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?[0-9]+)?$',
      default: '1Gi',
    },
  ],
  ['a format', format('ipv4').optional(), { type: 'string', format: 'ipv4' }],
  ['a time', time(), { type: 'string', format: 'date-time' }],
  [
    'a list with keys',
    listMap(z.object({ name: z.string() }), ['name']).max(5),
    {
      type: 'array',
      maxItems: 5,
      items: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['name'],
    },
  ],
  ['a set', listSet(z.string()), { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' }],
  [
    'an atomic list',
    atomic(z.array(z.int())),
    { type: 'array', items: { type: 'integer' }, 'x-kubernetes-list-type': 'atomic' },
  ],
  ['an atomic object', atomic(z.object({})), { type: 'object', 'x-kubernetes-map-type': 'atomic' }],
  [
    'an embedded object',
    embedded(),
    { type: 'object', 'x-kubernetes-embedded-resource': true, 'x-kubernetes-preserve-unknown-fields': true },
  ],
  [
    'rules',
    serverRule(rule(z.int(), { rule: 'self > 1', check: (n) => n > 1, message: 'a' }), {
      rule: 'self >= oldSelf',
      message: 'b',
      reason: 'FieldValueForbidden',
    }),
    {
      type: 'integer',
      'x-kubernetes-validations': [
        { rule: 'self > 1', message: 'a' },
        { rule: 'self >= oldSelf', message: 'b', reason: 'FieldValueForbidden' },
      ],
    },
  ],
  [
    'words about it',
    z.string().meta({ description: 'a', title: 'b', id: 'c' }),
    { type: 'string', description: 'a', title: 'b' },
  ],
  ['words below optional', z.string().describe('a').optional(), { type: 'string', description: 'a' }],
  ['words above optional win', z.string().describe('a').optional().describe('b'), { type: 'string', description: 'b' }],
  [
    'one of several objects',
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('url'), url: z.string(), same: z.int().optional() }),
      z.object({ type: z.literal('claim'), claim: z.string(), size: z.int().optional(), same: z.int().optional() }),
    ]),
    {
      type: 'object',
      properties: {
        type: { type: 'string', enum: ['url', 'claim'] },
        url: { type: 'string' },
        same: { type: 'integer' },
        claim: { type: 'string' },
        size: { type: 'integer' },
      },
      required: ['type'],
      anyOf: [
        {
          properties: { type: { enum: ['url'] } },
          required: ['url'],
          not: { anyOf: [{ required: ['claim'] }, { required: ['size'] }] },
        },
        { properties: { type: { enum: ['claim'] } }, required: ['claim'], not: { required: ['url'] } },
      ],
    },
  ],
])('%s', (_name, schema, expected) => {
  expect(outcome(schema)).toEqual({ schema: expected, problems: '' });
});

/** What a program without a compiler may give. */
function object(a: unknown): z.ZodObject {
  return z.object({ a: a as z.ZodType });
}

const recursive = z.object({
  name: z.string(),
  get children() {
    return z.array(recursive);
  },
}) as z.ZodType;

test.each<[string, z.ZodType, string]>([
  ['refine', z.string().refine(() => true), 'v1.spec .refine(), .superRefine() and .check() are JavaScript'],
  ['superRefine of a field', z.object({ a: z.array(z.int().superRefine(() => undefined)) }), 'v1.spec.a[] .refine()'],
  [
    'transform',
    z.string().transform(Number),
    'v1.spec is a z.pipe(), which a CRD cannot say: use the value as it is written',
  ],
  ['pipe', z.string().pipe(z.string()), 'v1.spec is a z.pipe()'],
  ['preprocess', z.preprocess(String, z.string()), 'v1.spec is a z.pipe()'],
  ['stringbool', z.stringbool(), 'v1.spec is a z.pipe()'],
  ['coerce to a string', z.coerce.string(), 'v1.spec coerces to a string'],
  ['coerce to a number', z.coerce.number(), 'v1.spec coerces to a number'],
  ['coerce to a boolean', z.coerce.boolean(), 'v1.spec coerces to true or false'],
  ['trim', z.string().trim(), 'v1.spec .trim(), .toLowerCase() and the like change the value'],
  ['catch', z.string().catch('a'), 'v1.spec is a z.catch(), which a CRD cannot say: use .default(...)'],
  ['date', z.date(), 'v1.spec is a z.date(), which a CRD cannot say: use time()'],
  ['bigint', z.bigint(), 'use int64()'],
  ['int64 of zod', z.int64(), 'use int64()'],
  ['tuple', z.tuple([z.string()]), 'use z.object() with a field for each'],
  ['map', z.map(z.string(), z.string()), 'use z.record(z.string(), ...)'],
  ['set', z.set(z.string()), 'use listSet(...)'],
  ['symbol', z.symbol(), 'v1.spec is a z.symbol(), which a CRD cannot say: use strings, numbers'],
  ['undefined', z.undefined(), 'v1.spec is a z.undefined()'],
  ['never', z.object({ a: z.never() }), 'v1.spec.a is a z.never()'],
  ['nan', z.nan(), 'v1.spec is a z.nan()'],
  ['custom', z.custom(), 'use rule(schema, { rule: <CEL>, check, message })'],
  ['instanceof', z.instanceof(Date), 'v1.spec is a z.custom()'],
  ['intersection', z.intersection(z.object({}), z.object({})), 'use one z.object(), by .extend()'],
  ['null', z.null(), 'v1.spec is a union of nothing|v1.spec is a z.null(), which a CRD cannot say: use .nullable()'],
  ['template literal', z.templateLiteral(['id-', z.number()]), 'use z.string().regex(...)'],
  ['nonoptional', z.string().optional().nonoptional(), 'v1.spec is a z.nonoptional()'],
  ['recursion', recursive, 'v1.spec.children[] is inside of itself'],
  [
    'recursion by lazy',
    z.object({ a: z.lazy((): z.ZodType => recursive) }),
    'v1.spec.a.children[] is inside of itself',
  ],
  ['email of zod', z.email(), "differs between versions of zod: use format('email')"],
  ['datetime of zod', z.iso.datetime(), 'differs between versions of zod: use time()'],
  ['uuid of zod', z.uuid(), "use format('uuid')"],
  ['url of zod', z.url(), "use format('uri')"],
  ['base64 of zod', z.base64(), "use format('byte')"],
  ['regex flag', z.string().regex(/a/i), 'v1.spec /a/i has the flag "i"'],
  ['includes at a place', z.string().includes('a', { position: 1 }), 'has .includes() with a position'],
  ['float32', z.float32(), 'v1.spec is a "float32"'],
  ['a multiple of a fraction', z.number().multipleOf(0.5), 'has a .multipleOf() of a fraction'],
  ['two multiples', z.int().multipleOf(2).multipleOf(3), 'two .multipleOf()'],
  ['values of two types', z.literal(['a', 1]), 'has values of two types, string and integer'],
  ['null among values', z.literal(['a', null]), 'has null among its values: use .nullable()'],
  ['bigint value', z.literal(1n), 'has a value of type bigint, which is not JSON'],
  [
    'string or boolean',
    z.union([z.string(), z.boolean()]),
    "is a union of string and boolean, but a CRD's field has one type",
  ],
  ['list or string', z.union([z.array(z.string()), z.string()]), 'is a union of array and string'],
  [
    'default inside of a union',
    z.union([z.object({ a: z.string() }), z.object({ b: z.int() }).prefault({ b: 1 })]),
    'has a default or a rule() in a member',
  ],
  [
    'one field, two shapes',
    z.union([z.object({ a: z.string() }), z.object({ a: z.int(), b: z.int() })]),
    'v1.spec.a is not the same in all members of the union',
  ],
  [
    'record in a union',
    z.union([z.record(z.string(), z.int()), z.object({ a: z.int() })]),
    'has a record or a loose object in a union',
  ],
  ['catchall beside fields', z.object({ a: z.int() }).catchall(z.string()), 'has .catchall() beside its fields'],
  ['rule for keys', z.record(z.string().min(2), z.int()), 'has a rule for its keys'],
  ['format of keys', z.record(format('ipv4'), z.int()), 'has a rule for its keys'],
  ['matching() of keys', z.record(matching(z.string(), { pattern: 'a' }), z.int()), 'has a rule for its keys'],
  ['serverRule() of keys', z.record(serverRule(z.string(), { rule: 'true' }), z.int()), 'has a rule for its keys'],
  [
    'rule() of known keys',
    z.record(rule(z.enum(['a']), { rule: 'true', check: () => true, message: 'a' }), z.int()),
    'has a rule for its keys, which are known',
  ],
  ['keys that are numbers', z.record(z.number(), z.int()), 'has keys that are no plain z.string() or z.enum()'],
  [
    'default for some names',
    z.partialRecord(z.enum(['a', 'b']), z.int().default(3)),
    'has values with a default, which the API server fills in for every key',
  ],
  [
    'any value for all names',
    z.record(z.enum(['a', 'b']), z.unknown()),
    'v1.spec.a may be anything, but must be there',
  ],
  ['any value, read only', z.object({ a: z.unknown().readonly() }), 'v1.spec.a may be anything, but must be there'],
  [
    'name of every object',
    z.object({ toString: z.string() }),
    'v1.spec.toString has a name that every object of JavaScript has already',
  ],
  ['prototype', z.object({ ['__proto__']: z.string() }), 'v1.spec.__proto__ has a name'],
  ['key of every object', z.record(z.enum(['constructor']), z.string()), 'v1.spec.constructor has a name'],
  [
    'name of every object in a union',
    z.union([z.strictObject({ valueOf: z.int() }), z.strictObject({ hasOwnProperty: z.int() })]),
    'v1.spec.valueOf has a name',
  ],
  [
    'default that changes',
    z.int().default(() => Math.random()),
    'has a default that a function makes, and makes anew each time',
  ],
  [
    'default that is no JSON',
    z
      .object({ a: z.unknown() })
      .partial()
      .default({ a: new Date(0) }),
    'has a default that is not JSON',
  ],
  [
    'default that lacks defaults',
    z.object({ a: z.int().default(1) }).default({} as { a: number }),
    'write .prefault(...) instead of .default(...)',
  ],
  [
    'set that is atomic',
    atomic(listSet(z.string())),
    'has two values for "x-kubernetes-list-type", "set" and "atomic": leave one out',
  ],
  ['anything that must be there', z.object({ a: z.unknown() }), 'v1.spec.a may be anything, but must be there'],
  ['other words about it', z.string().meta({ deprecated: true }), 'has "deprecated" in its .meta()'],
  ['size of a file', z.file(), 'v1.spec is a z.file()'],
  ['promise', z.promise(z.string()), 'v1.spec is a z.promise()'],
  // The first versions of zod have no exactOptional.
  ...('exactOptional' in z
    ? [
        [
          'record of some names whose values are exactly optional',
          z.record(z.enum(['a']), z.exactOptional(z.string())),
          'has values that are .exactOptional(), which zod wants all the same: use z.partialRecord()',
        ] as [string, z.ZodType, string],
      ]
    : []),
  [
    'function that was not called',
    object(z.string),
    'v1.spec.a is a function, and no zod schema: call it, as in z.string()',
  ],
  ['schema of zod 3', object({ _def: {} }), 'v1.spec.a is a schema of zod 3: import z from zod 4, or from "zod/v4"'],
  ['nothing', object(null), 'v1.spec.a is no zod schema: give one, such as z.string()'],
  ['no schema in a list', z.array({} as z.ZodType), 'v1.spec[] is no zod schema: give one, such as z.string()'],
])('%s is refused', (_name, schema, problem) => {
  const { problems } = outcome(schema);
  expect(problem.split('|').some((each) => problems.includes(each)) || problems).toBe(true);
});

test('all problems come at once', () => {
  const { problems } = outcome(z.object({ a: z.date(), b: z.object({ c: z.bigint() }) }));
  expect(problems).toContain('has 2 problems');
  expect(problems).toContain('v1.spec.a is');
  expect(problems).toContain('v1.spec.b.c is');
});
