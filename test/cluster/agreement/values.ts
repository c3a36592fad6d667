import { formatProblem } from '../../../src/crd/formats';
import type { JSONSchemaProps } from '../../../src/manifest/kubernetes';
import type { Random } from '../differential/random';

/** Strings that some pattern, format, enum or length takes, and their neighbours that it does not. */
const STRINGS: readonly string[] = [
  ...[
    '',
    'a',
    'ab',
    'abc',
    'abcd',
    'abcde',
    'A',
    'Ab',
    'ABC',
    'É',
    'éa',
    'x y',
    ' a ',
    '\u00a0b',
    'a\n',
    'a\rb',
    '\u2028',
    '😀',
    '😀😀',
    'ß',
  ],
  ...[
    'id-x',
    'id-1',
    'id-\nx',
    '+.',
    'a+.b',
    'a-1',
    'a-',
    'ab-22',
    '_',
    'zz9',
    '-a',
    'a.b',
    'a.b.',
    'web',
    'http',
    'Small',
    'Large',
    'x',
    'y',
    'on',
    'off',
  ],
  ...[
    'auto',
    'none',
    '12',
    '012',
    'url',
    'claim',
    'p',
    'q',
    'b',
    'c',
    'UTC',
    'local',
    '25%',
    '101%',
    '%',
    '5',
    '-5',
    '1.5',
  ],
  ...['500m', '10Gi', '1e3', '1E', '10GB', 'Gi', '.5', '1.', '+1', '1 Gi', '1Ki', '0x1', '5n'],
  ...[
    '2026-11-21T10:00:00Z',
    '2026-11-21T10:00:00.123+09:00',
    '2026-11-21 10:00:00',
    '2026-11-21T10:00:00',
    '2026-13-01T00:00:00Z',
    '2026-02-30T00:00:00Z',
    '2026-11-21',
    '2026-02-30',
    '26-1-1',
  ],
  ...[
    '10.0.0.1',
    '01.2.3.4',
    '256.1.1.1',
    '::1',
    'fe80::1%eth0',
    '::ffff:1.2.3.4',
    '10.0.0.0/8',
    '10.0.0.1/33',
    '::/0',
    '10.0.0.0',
  ],
  ...[
    '1b4e28ba-2fa1-11d2-883f-0016d3cca427',
    '1b4e28ba2fa111d2883f0016d3cca427',
    '1B4E28BA-2FA1-11D2-883F-0016D3CCA427',
    '1b4e28ba-2fa1',
  ],
  ...['YQ==', 'YQ', 'YWI=', '!!', '00:1b:63:84:45:e6', '00-1b-63-84-45-e6', '001b.6384.45e6', '00:1b:63'],
  ...[
    '1h',
    '90s',
    '5 days',
    'P1D',
    '1h30m',
    '-1h',
    'd',
    'http://a/b',
    '/x',
    'x y://',
    'a@b.c',
    'a@',
    '@b',
    '"a b"@c.d',
    'example.com',
    'a..b',
    '-a.b',
    'localhost',
  ],
];
const NUMBERS: readonly number[] = [
  0, 1, 2, 3, 4, 5, 6, 9, 10, 11, 80, 100, 101, 0.5, 1.5, 2.5, -1, -1.5, 0.3, 0.75, 65535, 65536, 2147483647,
  2147483648, -2147483648, -2147483649, 4294967295, 4294967296,
];
const KEYS: readonly string[] = ['k', 'cpu', 'memory', 'min', 'max', 'Key', 'a.b/c'];

/** A value that is likely to fit the schema. */
export function valueOf(schema: JSONSchemaProps, random: Random): unknown {
  if (schema.nullable && random.chance(0.15)) return null;
  if (schema.default !== undefined && random.chance(0.2)) return schema.default;
  if (schema['x-kubernetes-embedded-resource']) return embeddedObject(random);
  if (schema['x-kubernetes-int-or-string'])
    return random.chance(0.5) ? integerOf(schema, random) : stringOf(schema, random);
  switch (schema.type) {
    case 'string':
      return stringOf(schema, random);
    case 'integer':
      return integerOf(schema, random);
    case 'number':
      return numberOf(schema, random);
    case 'boolean':
      return schema.enum ? random.pick(schema.enum) : random.chance(0.5);
    case 'array':
      return listOf(schema, random);
    case 'object':
      return objectOf(schema, random);
    default:
      return anything(random);
  }
}

function stringOf(schema: JSONSchemaProps, random: Random): unknown {
  const values = enumOf(schema);
  if (values) return random.pick(values);
  const patterns = [schema, ...(schema.allOf ?? []), ...(schema.anyOf ? [random.pick(schema.anyOf)] : [])].flatMap(
    ({ pattern }) => pattern ?? [],
  );
  const fits = (text: string): boolean =>
    Array.from(text).length >= (schema.minLength ?? 0) &&
    Array.from(text).length <= (schema.maxLength ?? Infinity) &&
    patterns.every((pattern) => matches(pattern, text)) &&
    (schema.format === undefined || formatProblem(schema.format, text) === undefined);
  const fitting = STRINGS.filter(fits);
  return random.pick(fitting.length > 0 ? fitting : STRINGS);
}

/** Roughly: the values need not fit, only often. */
function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern.replace(/\\x\{([0-9a-f]+)\}/gi, '\\u{$1}').replace('(?s:.)', '[^]'), 'u').test(text);
  } catch {
    return true;
  }
}

function enumOf(schema: JSONSchemaProps): readonly unknown[] | undefined {
  return schema.enum ?? schema.anyOf?.find((member) => member.enum)?.enum;
}

function integerOf(schema: JSONSchemaProps, random: Random): unknown {
  const values = enumOf(schema);
  if (values) return random.pick(values);
  const fitting = NUMBERS.filter((number) => Number.isInteger(number) && fitsBounds(number, schema));
  return random.pick(fitting.length > 0 ? fitting : NUMBERS);
}

function numberOf(schema: JSONSchemaProps, random: Random): unknown {
  const fitting = NUMBERS.filter((number) => fitsBounds(number, schema));
  return random.pick(fitting.length > 0 ? fitting : NUMBERS);
}

function fitsBounds(
  number: number,
  { minimum = -Infinity, maximum = Infinity, multipleOf = 0 }: JSONSchemaProps,
): boolean {
  return number >= minimum && number <= maximum && (multipleOf === 0 || Number.isInteger(number / multipleOf));
}

function listOf(schema: JSONSchemaProps, random: Random): unknown {
  const { minItems = 0, maxItems = minItems + 3 } = schema;
  const length = minItems + random.below(maxItems - minItems + 1);
  return Array.from({ length }, () => valueOf(schema.items as JSONSchemaProps, random));
}

function objectOf(schema: JSONSchemaProps, random: Random): unknown {
  const { properties = {}, required = [], additionalProperties } = schema;
  const member = schema.anyOf?.length ? random.pick(schema.anyOf) : undefined;
  const absent = absentIn(member);
  const fields = Object.entries(properties)
    .filter(
      ([name]) =>
        required.includes(name) || member?.required?.includes(name) || (!absent.includes(name) && random.chance(0.6)),
    )
    .map(([name, field]) => [name, valueOf({ ...field, ...member?.properties?.[name] }, random)]);
  const values = typeof additionalProperties === 'object' ? additionalProperties : undefined;
  const others = values ? KEYS.filter(() => random.chance(0.3)).map((key) => [key, valueOf(values, random)]) : [];
  const kept =
    schema['x-kubernetes-preserve-unknown-fields'] && random.chance(0.5) ? [['extra', anything(random)]] : [];
  return Object.fromEntries([...fields, ...others, ...kept]) as unknown;
}

/** The fields that a member of a union does not have. */
function absentIn(member: JSONSchemaProps | undefined): readonly string[] {
  return [...(member?.not?.required ?? []), ...(member?.not?.anyOf ?? []).flatMap(({ required }) => required ?? [])];
}

function embeddedObject(random: Random): unknown {
  const apiVersion = random.pick(['v1', 'apps/v1', 'a/b/c', '', 'x.y/v1']);
  const kind = random.pick(['Pod', 'Deployment', '', 'pod', 'A b']);
  const name = random.pick(['web', 'Web', 'a.b', 'x'.repeat(300), '']);
  const metadata = random.pick<unknown>([
    { name },
    {},
    { labels: { a: 'b' } },
    { labels: { 'a b': 'c' } },
    { name: 1 },
    null,
    'x',
  ]);
  const fields = {
    apiVersion,
    kind,
    ...(random.chance(0.7) && { metadata }),
    ...(random.chance(0.5) && { spec: anything(random) }),
  };
  return random.chance(0.5) ? { ...fields, apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' } } : fields;
}

function anything(random: Random): unknown {
  return random.pick<unknown>(['text', '', 3, 1.5, true, {}, [], [1, 'a', null], { a: { b: 1 } }, { a: null }, [[]]]);
}

/** The value with one change somewhere: another value, another type, a field more or less. */
export function broken(value: unknown, random: Random): unknown {
  const isContainer = typeof value === 'object' && value !== null;
  const keys = isContainer ? Object.keys(value) : [];
  if (keys.length > 0 && random.chance(0.8)) return changeInside(value as object, random.pick(keys), random);
  if (isContainer && random.chance(0.5)) return withMore(value, random);
  return random.pick<unknown>([
    anything(random),
    null,
    random.pick(STRINGS),
    random.pick(NUMBERS),
    random.chance(0.5),
    {},
    [],
  ]);
}

function changeInside(value: object, key: string, random: Random): unknown {
  const change = random.below(4);
  if (Array.isArray(value)) {
    const list = [...(value as readonly unknown[])];
    if (change === 0) list.splice(Number(key), 1);
    else if (change === 1) list.push(list[Number(key)]);
    else list[Number(key)] = broken(list[Number(key)], random);
    return list;
  }
  const { [key]: field, ...rest } = value as Readonly<Record<string, unknown>>;
  if (change === 0) return rest;
  if (change === 1) return { ...rest, [`${key}x`]: field };
  return { ...value, [key]: broken(field, random) };
}

function withMore(value: object, random: Random): unknown {
  if (Array.isArray(value)) return [...(value as readonly unknown[]), anything(random)];
  return { ...value, [random.pick(['extra', 'type', 'a', 'size', 'claim', 'url', 'y', 'metadata'])]: anything(random) };
}
