import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import {
  INT_OR_STRING,
  INTEGER,
  KEEP,
  list,
  map,
  mapBy,
  object,
  type Properties,
  SET,
  TEXT,
  text,
} from '../../unit/crd/schema-parts';

const ATOMIC = { 'x-kubernetes-map-type': 'atomic' } as const;

const resource = (more: JSONSchemaProps): JSONSchemaProps => ({
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  ...more,
});
const HTTP = object({ path: text({ minLength: 1 }), port: INTEGER }, { required: ['port'] });

/** Schemas of `spec` about objects, lists and defaults. */
export const CONTAINER_SCHEMAS: Readonly<Record<string, JSONSchemaProps>> = {
  'numbers of items': object({
    a: list(TEXT, { minItems: 1, maxItems: 2 }),
    b: list(INTEGER, { minItems: 2 }),
    c: list(list(INTEGER, { maxItems: 1 })),
  }),
  'numbers of fields': object({
    a: map(TEXT, { minProperties: 1, maxProperties: 2 }),
    b: object({ x: TEXT, y: TEXT, z: text({ default: 'z' }) }, { minProperties: 2, maxProperties: 2 }),
  }),
  required: object(
    { a: TEXT, b: object({ c: TEXT, d: INTEGER }, { required: ['c', 'd'] }), e: list(HTTP) },
    { required: ['a', 'b', 'nowhere'] },
  ),
  maps: object({
    a: map(TEXT),
    b: map(INTEGER, { maxProperties: 3 }),
    c: map(object({ x: TEXT }, { required: ['x'] })),
    d: map(list(TEXT)),
    e: map(map(INTEGER)),
    'a.b': map(text({ enum: ['a', 'b'] })),
    f: map(INT_OR_STRING),
  }),
  'maps of anything': object({
    a: map(true),
    b: map(KEEP),
    c: map(false),
    d: object({ x: TEXT }, { additionalProperties: true }),
    e: map(true, KEEP),
  }),
  'odd names': object(
    {
      __proto__x: TEXT,
      constructor: TEXT,
      toString: INTEGER,
      'a.b': TEXT,
      'a/b': TEXT,
      '': TEXT,
      é: INTEGER,
      ...JSON.parse('{"__proto__":{"type":"string"}}'),
    } as Properties,
    { required: ['constructor'] },
  ),
  'integer or string': object({
    a: INT_OR_STRING,
    b: { ...INT_OR_STRING, anyOf: [{ type: 'integer' }, { type: 'string' }] },
    c: {
      ...INT_OR_STRING,
      allOf: [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }, { minimum: 2, maxLength: 1 }],
    },
    d: { ...INT_OR_STRING, nullable: true, default: 5 },
    e: list(INT_OR_STRING),
  }),
  'kept fields': object({
    a: { type: 'object', ...KEEP },
    b: object({ x: TEXT, y: object({ z: INTEGER }) }, KEEP),
    c: KEEP,
    d: list(KEEP),
    e: list(object({ x: TEXT, o: object({ p: TEXT }) }), KEEP),
    f: object({ x: object({}, KEEP), y: map(object({ z: TEXT }), KEEP) }),
    g: { ...KEEP, properties: { x: INTEGER }, required: ['x'] },
  }),
  'kept lists': object({
    a: { type: 'array', items: list(object({ x: TEXT })), ...KEEP },
    b: { ...KEEP, items: object({ x: TEXT, y: list(object({ z: TEXT })) }) },
  }),
  embedded: object({
    a: resource(KEEP),
    b: resource({ properties: { spec: object({ x: TEXT }), kind: text({ enum: ['Pod', 'Job'] }), apiVersion: TEXT } }),
    c: list(
      resource({
        ...KEEP,
        properties: { metadata: object({ name: text({ maxLength: 3 }), labels: map(TEXT) }, { required: ['name'] }) },
      }),
    ),
  }),
  'embedded in maps': object({
    a: map(resource(KEEP)),
    b: resource({ properties: { spec: object({ inner: resource(KEEP) }) }, required: ['spec'] }),
  }),
  sets: object({
    a: list(TEXT, SET),
    b: list(INTEGER, SET),
    c: list(object({ x: INTEGER, y: TEXT }, ATOMIC), SET),
    d: list(list(INTEGER, { 'x-kubernetes-list-type': 'atomic' }), SET),
    e: list({ type: 'number' }, SET),
    f: list(INT_OR_STRING, {
      ...SET,
      example: [
        ['80', 80],
        [80, 80],
        ['a', 'a'],
      ],
    }),
  }),
  'list maps': object({
    ports: list(
      object(
        { port: INTEGER, protocol: text({ default: 'TCP', enum: ['TCP', 'UDP'] }), name: TEXT },
        { required: ['port'] },
      ),
      mapBy('port', 'protocol'),
    ),
    env: list(object({ name: TEXT, value: TEXT }, { required: ['name'] }), mapBy('name')),
    either: list(object({ key: INT_OR_STRING }, { required: ['key'] }), mapBy('key')),
  }),
  'list maps with defaults': object({
    a: list(
      object({
        name: text({ default: 'main' }),
        sub: list(object({ id: { type: 'integer', default: 0 } }), mapBy('id')),
      }),
      mapBy('name'),
    ),
    b: map(list(object({ k: TEXT }, { required: ['k'] }), mapBy('k'))),
  }),
  defaults: object(
    {
      s: text({ default: 'x' }),
      i: { type: 'integer', default: 3, minimum: 1 },
      n: text({ default: 'n', nullable: true }),
      flag: { type: 'boolean', default: false },
      l: list(TEXT, { default: ['a', 'b'] }),
      m: map(INTEGER, { default: { a: 1 } }),
      r: text({ default: 'r', pattern: '^r' }),
      zero: { type: 'integer', default: 0 },
      empty: text({ default: '' }),
    },
    { required: ['s', 'r'] },
  ),
  'defaults inside': object({
    a: object(
      {
        b: text({ default: 'b' }),
        c: object({ d: { type: 'integer', default: 1 } }, { default: {} }),
        e: object({ f: text({ default: 'f' }) }),
      },
      { default: {} },
    ),
    g: object({ h: object({ i: text({ default: 'i' }) }, { default: { i: 'given' } }) }),
    l: list(object({ x: text({ default: 'x' }), y: TEXT })),
    m: map(object({ x: { type: 'integer', default: 7 } })),
    n: object({ x: text({ default: 'x' }) }, { nullable: true }),
    k: object({ x: text({ default: 'x' }) }, KEEP),
  }),
  'defaults of items': object({
    a: list(text({ default: 'x' })),
    b: list(object({ y: text({ default: 'y' }) }, { default: {} })),
    c: list(text({ default: 'x', nullable: true })),
    d: list(list({ type: 'integer', default: 1 })),
  }),
  'a workload': object(
    {
      image: text({ pattern: '^[^\\s]+$', minLength: 1 }),
      replicas: { type: 'integer', format: 'int32', minimum: 0, maximum: 10, default: 1 },
      ports: list(
        object(
          {
            name: text({ maxLength: 15 }),
            port: { type: 'integer', minimum: 1, maximum: 65535 },
            target: INT_OR_STRING,
          },
          { required: ['port'] },
        ),
        mapBy('port'),
      ),
      env: map(text({ maxLength: 5 })),
      resources: object(
        { limits: map({ ...INT_OR_STRING, pattern: '^\\d+(m|Mi|Gi)?$', example: ['1', 1, '5m', 'x'] }) },
        { default: {} },
      ),
      template: resource(KEEP),
      strategy: object(
        { type: text({ enum: ['Rolling', 'Recreate'], default: 'Rolling' }), surge: INT_OR_STRING },
        { default: {} },
      ),
      tags: list(TEXT, SET),
    },
    { required: ['image'] },
  ),
};

/** Schemas of whole resources, where the root has something to say. */
export const ROOT_SCHEMAS: Readonly<Record<string, JSONSchemaProps>> = {
  'a root that keeps fields': object({ spec: object({ a: TEXT }, { required: ['a'] }) }, KEEP),
  'a root with metadata': object(
    {
      apiVersion: TEXT,
      kind: TEXT,
      metadata: object({ name: text({ pattern: '^a+$', maxLength: 3 }) }),
      spec: object({ a: INTEGER }),
    },
    {
      required: ['spec'],
      anyOf: [{ properties: { spec: { required: ['a'] } } }, { properties: { spec: { maxProperties: 0 } } }],
    },
  ),
};
