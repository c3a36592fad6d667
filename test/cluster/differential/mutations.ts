import type { Schema } from '../../../src/validate/schema';
import { readType, type Type } from '../../../src/validate/type-code';
import { isMap, valueAt, type Container, type Place } from './places';
import type { Pool } from './pool';
import type { Random } from './random';
import { MAP_KEYS, NUMBERS, OTHERS, QUANTITIES, STRINGS, UNKNOWN_KEYS } from './values';

/** What was done to a manifest. */
export interface Change {
  /** The name of the mutation. */
  readonly what: string;
  readonly path: string;
  /** Undefined for what was not there. */
  readonly before?: unknown;
  /** Undefined for what is there no more. */
  readonly after?: unknown;
}

interface Means {
  readonly random: Random;
  /** All places of the same manifest. */
  readonly places: readonly Place[];
  readonly pool: Pool;
  readonly table: Schema;
}

/** Changes the manifest at a place, and says what it did; undefined when there is nothing for it to do there. */
type Mutate = (place: Place, means: Means) => Change | undefined;

/** @param weight how often it is taken, compared with the others */
export const MUTATIONS: readonly { readonly weight: number; readonly mutate: Mutate }[] = [
  { weight: 2, mutate: typo },
  { weight: 8, mutate: remove },
  { weight: 2, mutate: otherType },
  { weight: 1, mutate: nothing },
  { weight: 16, mutate: number },
  { weight: 14, mutate: text },
  { weight: 6, mutate: sameFieldElsewhere },
  { weight: 6, mutate: otherText },
  { weight: 8, mutate: word },
  { weight: 8, mutate: quantity },
  { weight: 6, mutate: empty },
  { weight: 6, mutate: duplicate },
  { weight: 3, mutate: reorder },
  { weight: 5, mutate: mapKey },
  { weight: 1, mutate: unknownField },
  { weight: 12, mutate: addField },
  { weight: 8, mutate: addItem },
  { weight: 8, mutate: transplant },
  { weight: 4, mutate: move },
  { weight: 4, mutate: swapSiblings },
];

/** What can be done to a manifest as a whole. */
export const ROOT_MUTATIONS: readonly Mutate[] = [addField, addField, addField, unknownField];

/** What can be done to every value, whatever it is. */
export const SIMPLE_CHANGES: readonly ((place: Place) => Change | undefined)[] = [
  remove,
  nothing,
  (place) => rekey(place, `${place.key}x`),
  ...['', 'x', -1, 0, 1.5, true, [], {}].map((value) => (place: Place) => set(place, 'set', value)),
];

function set({ parent, key, path }: Place, what: string, after: unknown): Change | undefined {
  const before = structuredClone(valueAt(parent, key));
  if (JSON.stringify(before) === JSON.stringify(after)) return undefined;
  if (Array.isArray(parent)) parent[Number(key)] = structuredClone(after);
  else parent[key] = structuredClone(after);
  return { what, path, before, after };
}

function put(
  map: Record<string, unknown>,
  key: string,
  path: string,
  what: string,
  after: unknown,
): Change | undefined {
  if (Object.hasOwn(map, key)) return undefined;
  map[key] = structuredClone(after);
  return { what, path: path === '' ? key : `${path}.${key}`, after };
}

function typo({ parent, key, path }: Place, { random }: Means): Change | undefined {
  if (typeof key === 'number' || Array.isArray(parent) || key === '') return undefined;
  const at = random.below(key.length);
  const [before, letter, after] = [key.slice(0, at), key.charAt(at), key.slice(at + 1)];
  const isUpper = letter === letter.toUpperCase();
  const wrong = random.pick([
    before + after,
    before + letter + letter + after,
    before + after.charAt(0) + letter + after.slice(1),
    before + (isUpper ? letter.toLowerCase() : letter.toUpperCase()) + after,
    key.endsWith('s') ? key.slice(0, -1) : `${key}s`,
    key.toLowerCase(),
  ]);
  return rekey({ parent, key, path }, wrong);
}

function rekey({ parent, key, path }: Pick<Place, 'parent' | 'key' | 'path'>, wrong: string): Change | undefined {
  if (typeof key === 'number' || Array.isArray(parent) || Object.hasOwn(parent, wrong)) return undefined;
  rename(parent, key, wrong);
  return { what: 'typo', path, before: key, after: wrong };
}

function rename(map: Record<string, unknown>, from: string, to: string): void {
  const entries = Object.entries(map).map(([key, value]) => [key === from ? to : key, value] as const);
  for (const key of Object.keys(map)) delete map[key]; // eslint-disable-line @typescript-eslint/no-dynamic-delete
  for (const [key, value] of entries) define(map, key, value);
}

/** A key may be `__proto__`. */
function define(map: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

function remove(place: Place): Change {
  const { parent, key, path } = place;
  const before = structuredClone(valueAt(parent, key));
  take(parent, key);
  return { what: 'remove', path, before };
}

function take(parent: Container, key: string | number): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key]; // eslint-disable-line @typescript-eslint/no-dynamic-delete
}

function otherType(place: Place, { random }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  const other = random.pick<unknown>([
    ...OTHERS,
    [value],
    { value },
    String(value),
    Number(value) || 0,
    Array.isArray(value) ? (value[0] as unknown) : [value],
  ]);
  return set(place, 'other type', other);
}

function nothing(place: Place): Change | undefined {
  return set(place, 'null', null);
}

function number(place: Place, { random }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (typeof value !== 'number') return undefined;
  const near = [value - 1, value + 1, value * 2, value * 10, -value, Math.floor(value / 2)];
  const other = random.pick(random.chance(0.25) ? near : NUMBERS);
  return set(place, 'number', random.chance(0.03) ? String(other) : other);
}

const LETTERS = Array.from(' .-_/:@%$A0,=~é');

function text(place: Place, { random }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (typeof value !== 'string') return undefined;
  const at = random.below(value.length + 1);
  const letter = random.pick(LETTERS);
  const near = [
    value.toUpperCase(),
    `${value} `,
    ` ${value}`,
    `${value}.`,
    `-${value}`,
    `${value}${value}`,
    value + 'x'.repeat(60),
    value.slice(0, at) + letter + value.slice(at),
    value.slice(0, at) + value.slice(at + 1),
    value.charAt(0).toUpperCase() + value.slice(1),
    value.slice(0, -1),
    value.slice(1),
    `/${value}`,
    value.replaceAll('/', '.'),
    value.replaceAll('.', '/'),
  ];
  return set(place, 'text', random.chance(0.4) ? random.pick(near) : random.pick(STRINGS));
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** What the same field has elsewhere: another name, another port, another image. */
function sameFieldElsewhere(place: Place, { random, pool }: Means): Change | undefined {
  const values = pool.ofField(place.field);
  return values.length === 0 ? undefined : set(place, 'elsewhere', random.pick(values));
}

/** Another string of the same manifest. */
function otherText(place: Place, { random, places }: Means): Change | undefined {
  if (!isText(valueAt(place.parent, place.key))) return undefined;
  const texts = places.map(({ parent, key }) => valueAt(parent, key)).filter(isText);
  return set(place, 'other text', random.pick(texts));
}

function word(place: Place, { random }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (!place.words || !isText(value)) return undefined;
  return set(
    place,
    'word',
    random.chance(0.8)
      ? random.pick(place.words)
      : random.pick([value.toLowerCase(), value.slice(1), `${value}s`, 'None']),
  );
}

function quantity(place: Place, { random }: Means): Change | undefined {
  if (place.type?.is !== 'name' || place.type.name !== 'quantity') return undefined;
  return set(place, 'quantity', random.pick(QUANTITIES));
}

function empty(place: Place): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (typeof value !== 'object' || value === null) return undefined;
  return set(place, 'empty', Array.isArray(value) ? [] : {});
}

/** One item twice, as it is or with one field of it changed. */
function duplicate(place: Place, { random }: Means): Change | undefined {
  const { parent, key, path } = place;
  if (!Array.isArray(parent)) return undefined;
  const copy: unknown = structuredClone(parent[Number(key)]);
  if (isMap(copy) && random.chance(0.5)) {
    const field = random.pick(Object.keys(copy).concat('name'));
    const value = copy[field];
    if (typeof value === 'string') copy[field] = random.pick([`${value}x`, 'other', '']);
    else if (typeof value === 'number') copy[field] = value + 1;
    else Reflect.deleteProperty(copy, field);
  }
  parent.splice(random.chance(0.5) ? parent.length : Number(key), 0, copy);
  return { what: 'duplicate', path, after: copy };
}

function reorder(place: Place, { random }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (!Array.isArray(value) || value.length < 2) return undefined;
  const items: readonly unknown[] = value;
  const one = random.below(items.length);
  return set(place, 'reorder', random.pick([items.toReversed(), items.slice(one, one + 1), items.slice(1)]));
}

function mapKey({ parent, key, path, field }: Place, { random, pool }: Means): Change | undefined {
  if (Array.isArray(parent) || !field.endsWith('{}') || typeof key !== 'string') return undefined;
  const other = random.pick([...MAP_KEYS, `${key}x`, key.toUpperCase(), `${key}/x`, ` ${key}`]);
  if (Object.hasOwn(parent, other)) return undefined;
  if (random.chance(0.6)) rename(parent, key, other);
  else define(parent, other, random.pick([parent[key], ...pool.ofField(field)]));
  return { what: 'map key', path, before: key, after: other };
}

function unknownField(place: Place, { random }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (!isMap(value) || place.type?.is !== 'name') return undefined;
  return put(value, random.pick(UNKNOWN_KEYS), place.path, 'unknown field', random.pick(OTHERS));
}

/** A field that was not there, with a value that it has elsewhere, or that another field of its type has. */
function addField(place: Place, { random, pool, table }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (!isMap(value) || place.type?.is !== 'name') return undefined;
  const definition = place.type.name;
  const fields = table.definition(definition)?.fields;
  if (!fields) return undefined;
  const absent = Object.keys(fields).filter((field) => !Object.hasOwn(value, field));
  if (absent.length === 0) return undefined;
  const field = random.pick(absent);
  const cell = fields[field] ?? 'any';
  const type = readType(typeof cell === 'string' ? cell : cell.type);
  const known = random.chance(0.85) ? pool.ofField(`${definition}.${field}`) : [];
  const choice = known.length > 0 ? known : [...pool.ofType(type), ...zeroOf(type)];
  if (choice.length === 0) return undefined;
  return put(value, field, place.path, 'add field', random.pick(choice));
}

function zeroOf(type: Type): readonly unknown[] {
  if (type.is === 'list') return [[]];
  if (type.is === 'map' || /^[A-Z]/.test(type.is === 'name' ? type.name : '')) return [{}];
  return [];
}

/** One more item, from a list of the same items elsewhere. */
function addItem(place: Place, { random, pool }: Means): Change | undefined {
  const value = valueAt(place.parent, place.key);
  if (!Array.isArray(value) || place.type?.is !== 'list') return undefined;
  const known = random.chance(0.8) ? pool.ofField(`${place.field}[]`) : pool.ofType(place.type.of);
  if (known.length === 0) return undefined;
  const item = structuredClone(random.pick(known));
  value.push(item);
  return { what: 'add item', path: place.path, after: item };
}

/** A whole part of another manifest, of the same type. */
function transplant(place: Place, { random, pool }: Means): Change | undefined {
  const { type } = place;
  if (!type || (type.is === 'name' && !/^[A-Z]/.test(type.name))) return undefined;
  const known = pool.ofType(type);
  return known.length === 0 ? undefined : set(place, 'transplant', random.pick(known));
}

/** A value of the manifest, to where another one is or could be. */
function move(place: Place, { random, places }: Means): Change | undefined {
  const from = random.pick(places);
  if (from.path === '' || place.path.startsWith(from.path) || from.path.startsWith(place.path)) return undefined;
  const value = structuredClone(valueAt(from.parent, from.key));
  const target = valueAt(place.parent, place.key);
  if (typeof from.key === 'string' && isMap(target) && random.chance(0.5)) {
    if (random.chance(0.5)) take(from.parent, from.key);
    return put(target, from.key, place.path, `move from ${from.path}`, value);
  }
  const change = set(place, `move from ${from.path}`, value);
  if (change && random.chance(0.5)) take(from.parent, from.key);
  return change;
}

function swapSiblings(place: Place, { random }: Means): Change | undefined {
  const { parent, key } = place;
  const others = (Array.isArray(parent) ? [...parent.keys()] : Object.keys(parent)).filter((other) => other !== key);
  if (others.length === 0) return undefined;
  const other = random.pick<string | number>(others);
  const [value, content] = [valueAt(parent, key), valueAt(parent, other)];
  const change = set(place, `swap with ${other}`, content);
  if (change) set({ ...place, key: other }, '', value);
  return change;
}
