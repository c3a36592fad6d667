import {
  atomic,
  embedded,
  format,
  int32,
  int64,
  intOrString,
  listMap,
  listSet,
  matching,
  preserve,
  quantity,
  rule,
  serverRule,
  time,
} from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

const port = z.object({ name: z.string().regex(/^[a-z]+$/), number: int32().min(1).max(65535).default(80) });

/** The schemas of specs, which together use every feature that a custom resource can have. */
export const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  lengths: z.object({
    a: z.string().min(2).max(4),
    b: z.string().length(3).optional(),
    c: z.string().max(0).optional(),
  }),
  patterns: z.object({
    a: z.string().regex(/^[a-z]+(-\d+)?$/),
    b: z.string().startsWith('id-').endsWith('x').optional(),
    c: z.string().includes('+.').optional(),
    d: z.string().lowercase().optional(),
    e: z.string().uppercase().optional(),
  }),
  patternsBeyondAscii: z.object({
    a: z
      .string()
      .regex(/^\s*\S+\s*$/)
      .optional(),
    b: z
      .string()
      .regex(/^.{1,2}$/u)
      .optional(),
    c: z
      .string()
      .regex(/^\w+\b.*$/)
      .optional(),
    d: z
      .string()
      .regex(/^\p{Lu}\p{Ll}*$/u)
      .optional(),
    e: z
      .string()
      .regex(/^[^a\s]{2}$/u)
      .optional(),
  }),
  numbers: z.object({
    a: z.number().min(-1.5).max(2.5),
    b: z.number().gt(0).lt(1).optional(),
    c: z.number().multipleOf(5).optional(),
  }),
  integers: z.object({
    a: z.int().min(1).max(9),
    b: z.int().gt(1).lt(5).optional(),
    c: z.int().multipleOf(3).optional(),
    d: z.uint32().optional(),
    e: z.number().int().nonnegative().optional(),
  }),
  int32AndInt64: z.object({ a: int32(), b: int64().optional(), c: int32().min(0).max(100).default(3) }),
  booleans: z.object({ a: z.boolean(), b: z.boolean().default(true), c: z.literal(true).optional() }),
  enums: z.object({
    a: z.enum(['Small', 'Large']),
    b: z.enum(['x', 'y']).default('x'),
    c: z.literal([1, 2, 3]).optional(),
    d: z.enum(['on', 'off']).nullable().optional(),
    e: z.union([z.literal('auto'), z.literal('none')]).optional(),
  }),
  nullable: z.object({
    a: z.string().min(1).nullable(),
    b: z.int().nullable().default(1),
    c: z.object({ d: z.string() }).nullable().optional(),
    e: z.array(z.string().nullable()).optional(),
    f: z.record(z.string(), z.int().nullable()).optional(),
  }),
  notNullable: z.object({
    a: z.string().optional(),
    b: z.int().default(1),
    c: z.array(z.int()).optional(),
    d: z.record(z.string(), z.int()).optional(),
    e: z.object({ f: z.string().default('x') }).optional(),
  }),
  defaults: z.object({
    a: z.string().default('x'),
    b: z.array(z.int()).default([1]),
    c: z.record(z.string(), z.string()).default({ k: 'v' }),
    d: z.object({ e: z.string() }).default({ e: 'y' }),
  }),
  nestedDefaults: z.object({
    a: z
      .object({
        b: z.object({ c: z.int().default(1), d: z.string().default('z') }).prefault({}),
        e: z.int().optional(),
      })
      .prefault({}),
    f: z.array(z.object({ g: z.string().default('h') })).optional(),
    i: z.record(z.string(), z.object({ j: z.boolean().default(false) })).optional(),
  }),
  lists: z.object({
    a: z.array(z.string()).min(1).max(2),
    b: z.array(z.array(z.int())).optional(),
    c: atomic(z.array(z.int())).optional(),
  }),
  maps: z.object({
    a: z.record(z.string(), z.string().max(3)),
    b: z.record(z.string(), z.record(z.string(), z.int())).optional(),
    c: z.partialRecord(z.enum(['cpu', 'memory']), z.int()).optional(),
    d: z.record(z.enum(['min', 'max']), z.int()).optional(),
  }),
  nestedObjects: z.object({
    a: z.object({ b: z.object({ c: z.object({ d: z.string() }) }) }),
    e: z.object({ f: z.int().optional() }).optional(),
    g: atomic(z.object({ app: z.string() })).optional(),
  }),
  looseObjects: z.object({
    a: z.looseObject({ b: z.int() }),
    c: z.object({ d: z.looseObject({}).optional() }).optional(),
  }),
  strictObjects: z.strictObject({ a: z.strictObject({ b: z.string().optional() }).optional() }),
  anything: z.object({
    a: z.unknown().optional(),
    b: preserve(z.unknown()).optional(),
    c: z.record(z.string(), z.unknown()).optional(),
  }),
  intOrString: z.object({
    a: intOrString(),
    b: z.union([z.int().min(1).max(10), z.string().regex(/^\d+%$/)]).default('25%'),
    c: intOrString().nullable().optional(),
  }),
  quantities: z.object({ a: quantity(), b: quantity().default('1Gi'), c: z.record(z.string(), quantity()).optional() }),
  formats: z.object({
    ipv4: format('ipv4').optional(),
    ipv6: format('ipv6').optional(),
    cidr: format('cidr').optional(),
    date: format('date').optional(),
    uuid: format('uuid').optional(),
    byte: format('byte').optional(),
    mac: format('mac').optional(),
    short: format('k8s-short-name').optional(),
    long: format('k8s-long-name').optional(),
  }),
  looserFormats: z.object({
    duration: format('duration').optional(),
    uri: format('uri').optional(),
    hostname: format('hostname').optional(),
    email: format('email').optional(),
  }),
  times: z.object({ a: time(), b: z.array(time()).optional() }),
  listMaps: z.object({ a: listMap(port, ['name']), b: listMap(port, ['name', 'number']).optional() }),
  listSets: z.object({ a: listSet(z.string()), b: listSet(z.int()).max(2).default([]) }),
  embedded: z.object({ a: embedded(), b: z.array(embedded()).optional() }),
  rules: z.object({
    a: rule(z.object({ min: z.int(), max: z.int().default(5) }), {
      rule: 'self.min <= self.max',
      check: ({ min, max }) => min <= max,
      message: 'min must not be greater than max',
      reason: 'FieldValueInvalid',
      fieldPath: '.min',
    }),
    b: rule(z.string().max(20), {
      rule: "self.startsWith('a') || size(self) > 3",
      check: (text) => text.startsWith('a') || Array.from(text).length > 3,
      message: 'must begin with a',
    }).optional(),
    c: rule(z.array(z.int()).max(5), {
      rule: 'self.all(n, n > 0)',
      check: (all) => all.every((n) => n > 0),
      message: 'must be positive',
    }).optional(),
    d: rule(z.record(z.string(), z.int()), {
      rule: 'self.all(k, k.matches("^[a-z]+$"))',
      check: (map) => Object.keys(map).every((key) => /^[a-z]+$/.test(key)),
      message: 'has lower-case keys',
    }).optional(),
  }),
  rulesInCelAlone: z.object({
    a: serverRule(z.object({ min: z.int(), max: z.int().default(5) }), { rule: 'self.min <= self.max' }).optional(),
    b: serverRule(
      z.array(serverRule(z.string().max(9), { rule: 'self.lowerAscii() == self || size(self) > 1' })).max(5),
      { rule: 'size(self) < 3 || self.isSorted()', messageExpression: "'not sorted: ' + self.join(' ')" },
      { rule: 'self == oldSelf', message: 'is immutable' },
    ).optional(),
    c: serverRule(z.record(z.string(), z.int()).optional(), { rule: 'self.all(key, self[key] > -5)' }),
    d: serverRule(quantity(), { rule: 'quantity(self).isLessThan(quantity("1M"))' }).optional(),
  }),
  rulesOfOptionals: z.object({
    a: rule(z.int().optional(), { rule: 'self > 1', check: (n) => n > 1, message: 'must be more than one' }),
    b: rule(z.object({ x: z.string().optional(), y: z.string().optional() }), {
      rule: 'has(self.x) != has(self.y)',
      check: ({ x, y }) => (x === undefined) !== (y === undefined),
      message: 'give x or y',
    }).optional(),
  }),
  unions: z.object({
    a: z.discriminatedUnion('type', [
      z.object({ type: z.literal('url'), url: z.string(), retries: z.int().optional() }),
      z.object({ type: z.literal('claim'), claim: z.string().max(5), size: z.int().optional() }),
      z.object({ type: z.literal('none') }),
    ]),
    b: z.union([z.object({ one: z.string() }), z.object({ two: z.int(), three: z.int().optional() })]).optional(),
    c: z.union([z.literal('auto'), z.string().regex(/^\d+$/)]).optional(),
  }),
  strictUnions: z.object({
    a: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('url'), url: z.string(), retries: z.int().default(3) }),
      z.strictObject({ type: z.literal('claim'), retries: z.int().default(3) }),
    ]),
    b: z
      .union([
        z.union([z.strictObject({ one: z.int() }), z.strictObject({ two: z.int() })]),
        matching(z.strictObject({ three: z.int().optional(), four: z.int().optional() }), { minProperties: 1 }),
      ])
      .optional(),
  }),
  tightestBounds: z.object({
    a: z.int().min(0.5).lt(9.5),
    b: z.array(z.int()).min(2).min(0).max(4).max(9).optional(),
    c: matching(z.unknown(), { type: 'string', maxLength: 3 }),
  }),
  unionsInLists: z.object({
    a: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('a'), x: z.int() }),
        z.object({ kind: z.enum(['b', 'c']), y: z.int() }),
      ]),
    ),
    b: z
      .discriminatedUnion('t', [z.object({ t: z.literal('p') }), z.object({ t: z.literal('q'), v: z.string() })])
      .nullable()
      .optional(),
  }),
  everything: z.object({
    image: z.string().min(1).describe('what to run'),
    replicas: int32().min(0).max(9).default(1),
    ports: listMap(port, ['name']).default([]),
    storage: z.object({ size: quantity().default('1Gi'), className: z.string().optional() }).prefault({}),
    schedule: z.object({ at: time().optional(), zone: z.enum(['UTC', 'local']).default('UTC') }).optional(),
    labels: z.record(z.string(), z.string().max(63)).optional(),
  }),
};
