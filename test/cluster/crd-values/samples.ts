import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';

/** A random number from 0 up to, and without, `below`. */
export type Random = (below: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function random(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function pick<T>(random: Random, values: readonly T[]): T {
  const value = values[random(values.length)];
  if (value === undefined) throw new Error('nothing to pick from');
  return value;
}

type Fields = Readonly<Record<string, unknown>>;

const TEXTS = [
  'a',
  'b',
  'ab',
  'abc',
  '',
  'A',
  'é',
  '😀',
  '😀😀',
  '1',
  '12',
  'a-b',
  'a.b',
  'x y',
  'a\n',
  '80',
  '10%',
  'v1',
  'Pod',
  'small',
];
const NUMBERS = [
  0,
  1,
  2,
  3,
  5,
  10,
  -1,
  65,
  80,
  1.5,
  2.5,
  0.1,
  -0.5,
  1.0000000001,
  2147483648,
  2 ** 53 + 2,
  2 ** 60,
  2 ** 63,
  1e21,
  1e300,
];

/** A value that fits a schema, more or less: most of its parts do. */
export function sample(schema: JSONSchemaProps, random: Random): unknown {
  const chance = (percent: number) => random(100) < percent;
  const clauses = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  const value = ownSample(schema, random);
  if (clauses.length === 0 || !chance(70)) return value;
  const clause = pick(random, clauses);
  const wanted = sample({ type: schema.type, ...clause }, random);
  if (!isFields(wanted) || !isFields(value)) return clause.enum || clause.example ? wanted : value;
  return { ...value, ...wanted };
}

function ownSample(schema: JSONSchemaProps, random: Random): unknown {
  const chance = (percent: number) => random(100) < percent;
  if (schema.nullable === true && chance(10)) return null;
  if (schema.enum && chance(85))
    return pick(
      random,
      schema.enum.filter((each) => each !== null),
    );
  if (Array.isArray(schema.example) && chance(75)) return pick(random, schema.example as readonly unknown[]);
  if (schema['x-kubernetes-int-or-string'] === true) return chance(50) ? pick(random, NUMBERS) : pick(random, TEXTS);
  switch (schema.type) {
    case 'object':
      return fieldsSample(schema, random);
    case 'array':
      return listSample(schema, random);
    case 'string':
      return textSample(schema, random);
    case 'integer':
    case 'number':
      return numberSample(schema, random);
    case 'boolean':
      return chance(50);
    default:
      return anything(random, 2);
  }
}

function fieldsSample(schema: JSONSchemaProps, random: Random): Fields {
  const chance = (percent: number) => random(100) < percent;
  const isEmbedded = schema['x-kubernetes-embedded-resource'] === true;
  // With few fields there is one thing that may be wrong, and with many there are several at once.
  const density = pick(random, [15, 30, 75]);
  const named = Object.entries({ ...(isEmbedded ? RESOURCE : {}), ...schema.properties }).flatMap(([key, child]) => {
    const isRequired = schema.required?.includes(key) === true || key === 'kind' || key === 'apiVersion';
    return chance(isRequired ? 95 : density) ? [[key, sample(child, random)] as const] : [];
  });
  const others = schema.additionalProperties;
  const keys =
    others || schema['x-kubernetes-preserve-unknown-fields'] === true
      ? ['k', 'a.b', '__proto__', 'constructor', 'é']
      : [];
  const unnamed = keys.flatMap((key) => {
    if (!chance(30)) return [];
    return [[key, typeof others === 'object' ? sample(others, random) : anything(random, 2)] as const];
  });
  return Object.fromEntries([...named, ...unnamed]);
}

const RESOURCE: Readonly<Record<string, JSONSchemaProps>> = {
  apiVersion: { type: 'string', example: ['v1', 'apps/v1', 'v1', 'apps/v1', 'a/b/c', ''] },
  kind: { type: 'string', example: ['Pod', 'Job', 'Pod', 'Job', 'a b', '', '1x', 'my-Kind'] },
  metadata: {
    type: 'object',
    properties: {
      name: { type: 'string', example: ['a', 'a', 'A b', 'a/b', '..', 'a%', ''] },
      generateName: { type: 'string', example: ['a-', '..', 'a/'] },
      namespace: { type: 'string', example: ['default', 'default', 'A', ''] },
      generation: { type: 'integer', example: [1, 0, -1] },
      creationTimestamp: {
        type: 'string',
        nullable: true,
        example: ['2026-01-31T20:15:00Z', '2026-01-31T20:15:00Z', 'today'],
      },
      labels: {
        type: 'object',
        additionalProperties: { type: 'string', nullable: true, example: ['a', 'b', '', 'a b'] },
      },
      annotations: { type: 'object', additionalProperties: { type: 'string', nullable: true } },
      finalizers: { type: 'array', items: { type: 'string', example: ['a/b', 'orphan', 'foregroundDeletion', 'a b'] } },
      ownerReferences: {
        type: 'array',
        items: {
          type: 'object',
          required: ['apiVersion', 'kind', 'name', 'uid'],
          properties: {
            apiVersion: { type: 'string', example: ['v1', 'apps/v1', 'a/'] },
            kind: { type: 'string', example: ['Pod', 'Event'] },
            name: { type: 'string', example: ['a'] },
            uid: { type: 'string', example: ['u'] },
            controller: { type: 'boolean' },
          },
        },
      },
      managedFields: {
        type: 'array',
        items: {
          type: 'object',
          required: ['operation'],
          properties: {
            manager: { type: 'string', example: ['kubectl', 'a\nb'] },
            operation: { type: 'string', example: ['Apply', 'Update', 'apply'] },
            fieldsType: { type: 'string', example: ['FieldsV1', 'V2'] },
            time: { type: 'string', example: ['2026-01-31T20:15:00Z', 'x'] },
          },
        },
      },
    },
  },
};

function listSample(schema: JSONSchemaProps, random: Random): readonly unknown[] {
  const { items } = schema;
  const length = (schema.minItems ?? 0) + random(4);
  return Array.from({ length }, () =>
    items && !Array.isArray(items) ? sample(items as JSONSchemaProps, random) : anything(random, 1),
  );
}

function textSample({ minLength = 0, maxLength }: JSONSchemaProps, random: Random): string {
  const text = pick(random, TEXTS);
  return maxLength !== undefined && random(3) > 0
    ? Array.from(text.repeat(minLength + 1))
        .slice(0, maxLength)
        .join('')
    : text;
}

function numberSample({ minimum, maximum, multipleOf, type }: JSONSchemaProps, random: Random): number {
  const near = [minimum, maximum].flatMap((bound) => (bound === undefined ? [] : [bound, bound + 1, bound - 1]));
  const multiples = multipleOf === undefined ? [] : [0, 1, 3, 7, -2].map((times) => times * multipleOf);
  const number = pick(random, [
    ...near,
    ...near,
    ...multiples,
    ...multiples,
    ...(random(3) > 0 ? NUMBERS.slice(0, 9) : NUMBERS),
  ]);
  return type === 'integer' && random(4) > 0 ? Math.trunc(number) : number;
}

/** Any JSON. */
function anything(random: Random, depth: number): unknown {
  const kinds = ['text', 'number', 'flag', 'null', 'text', 'number', ...(depth > 0 ? ['list', 'fields'] : [])];
  switch (pick(random, kinds)) {
    case 'text':
      return pick(random, TEXTS);
    case 'number':
      return pick(random, NUMBERS);
    case 'flag':
      return random(2) === 1;
    case 'list':
      return Array.from({ length: random(3) }, () => anything(random, depth - 1));
    case 'fields':
      return Object.fromEntries(
        Array.from({ length: random(3) }, () => [pick(random, ['a', 'b', 'x']), anything(random, depth - 1)]),
      );
    default:
      return null;
  }
}

/** The value with one thing changed at a random place: another value, a field less or more, an item twice. */
export function broken(value: unknown, random: Random): unknown {
  if (Array.isArray(value) && value.length > 0 && random(4) > 0) {
    const at = random(value.length);
    if (random(5) === 0) return [...(value as readonly unknown[]), value[at]];
    return (value as readonly unknown[]).map((item, index) => (index === at ? broken(item, random) : item));
  }
  if (isFields(value) && random(6) > 0) {
    const entries = Object.entries(value);
    if (entries.length === 0 || random(8) === 0)
      return Object.fromEntries([...entries, [extraKey(entries, random), anything(random, 1)]]);
    const at = random(entries.length);
    if (random(6) === 0) return Object.fromEntries(entries.filter((_, index) => index !== at));
    return Object.fromEntries(
      entries.map(([key, field], index) => [key, index === at ? broken(field, random) : field]),
    );
  }
  return anything(random, 2);
}

function extraKey(entries: readonly (readonly [string, unknown])[], random: Random): string {
  const [key = 'x'] = entries[random(Math.max(entries.length, 1))] ?? [];
  return pick(random, [`${key}s`, key.slice(1), 'unknown', '__proto__', 'constructor', 'kind', 'metadata', 'a.b']);
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The metadata of a resource of the whole cluster, whose namespace the server drops. */
export function sampleMetadata(random: Random): unknown {
  const metadata = { ...(sample(RESOURCE.metadata ?? {}, random) as Fields), name: 'a' };
  const changed = random(2) === 0 ? broken(metadata, random) : metadata;
  return isFields(changed) ? { ...changed, namespace: '' } : changed;
}
