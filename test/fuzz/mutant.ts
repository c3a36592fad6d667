type Fields = Record<string, unknown>;

/** A copy of plain data with what is at one place of it, chosen by `pick`, replaced by `value`, put beside it, or taken away. */
export function mutantOf(data: unknown, pick: number, how: 'replace' | 'add' | 'remove', value: unknown): unknown {
  const copy = structuredClone(data);
  const places = placesIn(copy);
  const place = places[pick % places.length];
  if (place === undefined) return value;
  const { owner, key } = place;
  if (Array.isArray(owner)) change(owner, Number(key), how, value);
  else if (how === 'remove') Reflect.deleteProperty(owner, key);
  else define(owner, how === 'add' ? nameOf(value) : key, value);
  return copy;
}

interface Place {
  readonly owner: Fields | unknown[];
  readonly key: string;
}

function placesIn(value: unknown): readonly Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const owner = value as Fields | unknown[];
  return Object.entries(owner).flatMap(([key, content]) => [{ owner, key }, ...placesIn(content)]);
}

function change(list: unknown[], index: number, how: 'replace' | 'add' | 'remove', value: unknown): void {
  if (how === 'remove') list.splice(index, 1);
  else if (how === 'add') list.push(list[index], value);
  else list[index] = value;
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value.slice(0, 30) : `a ${typeof value}`;
}

/** As JSON.parse does it: `__proto__` becomes a field, not the prototype. */
function define(owner: Fields, key: string, value: unknown): void {
  Object.defineProperty(owner, key, { value, enumerable: true, configurable: true, writable: true });
}
