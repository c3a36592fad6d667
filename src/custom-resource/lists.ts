import { z } from 'zod';
import { canonical } from '../crd/canonical';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { marked, refuse } from './mark';

/**
 * A list whose items are told apart by some of their fields, such as containers by `name`: two alike are refused, and server-side apply
 * merges item by item. A key must be a field that is required or has a default.
 *
 * @example
 * z.object({ users: listMap(z.object({ name: z.string(), admin: z.boolean().default(false) }), ['name']) });
 */
export function listMap<Item extends z.ZodObject>(
  item: Item,
  keys: readonly [KeyOf<Item>, ...KeyOf<Item>[]],
): z.ZodArray<Item> {
  const mark = {
    add: { 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': [...keys] } satisfies JSONSchemaProps,
  };
  const keyOf = (value: Readonly<Record<string, unknown>>): unknown => keys.map((key) => value[key]);
  return marked(z.array(item), mark, ({ value, issues }) => {
    refuseDuplicates({ value, issues }, (each) => keyOf(each as Readonly<Record<string, unknown>>), keys.join(' and '));
  });
}

type KeyOf<Item extends z.ZodObject> = keyof z.output<Item> & string;

/**
 * A list without duplicates, which server-side apply merges as a set.
 *
 * @example z.object({ hosts: listSet(z.string()) })
 */
export function listSet<Item extends z.ZodType>(item: Item): z.ZodArray<Item> {
  return marked(z.array(item), { add: { 'x-kubernetes-list-type': 'set' } }, (payload) => {
    refuseDuplicates(payload, (each) => each, 'value');
  });
}

function refuseDuplicates(payload: z.core.ParsePayload, keyOf: (item: unknown) => unknown, what: string): void {
  if (!Array.isArray(payload.value)) return;
  const seen = new Map<string, number>();
  payload.value.forEach((item: unknown, index) => {
    const key = canonical(keyOf(item));
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else refuse(payload, `has the same ${what} as item ${first}`, [index]);
  });
}

/**
 * A list or an object that server-side apply gives one owner as a whole, and never merges.
 *
 * @example z.object({ selector: atomic(z.object({ app: z.string() })) })
 */
export function atomic<S extends z.ZodObject | z.ZodArray | z.ZodRecord>(schema: S): S {
  const word = schema.def.type === 'array' ? 'x-kubernetes-list-type' : 'x-kubernetes-map-type';
  return marked<z.ZodType>(schema, { add: { [word]: 'atomic' } }) as S;
}
