import { fieldNamed } from './schema-type';
import { type CelMap, fail, isKind, keyOf, NONE, some, sound, typeName, type Value } from './value';

/** `value.field`, or `value.?field`. Of an optional it gives an optional again. */
export function selectField(value: Value, field: string, isOptional: boolean): Value {
  if (isKind(value, 'optional')) {
    return value.value === undefined ? NONE : asOptional(selectField(value.value, field, true));
  }
  if (!isKind(value, 'map')) return fail(`no such overload: ${typeName(value)}.${field}`);
  const found = entryOf(value, field);
  if (isOptional) return found === undefined ? NONE : some(sound(found[1]));
  return found === undefined ? fail(`no such key: ${field}`) : sound(found[1]);
}

function entryOf({ entries }: CelMap, field: string): readonly [Value, Value] | undefined {
  return fieldNamed(field, (name) => entries.get(keyOf(name)));
}

/** `has(value.field)`. */
export function hasField(value: Value, field: string): boolean {
  if (isKind(value, 'optional')) return value.value !== undefined && hasField(value.value, field);
  if (!isKind(value, 'map')) return fail(`no such overload: has(${typeName(value)}.${field})`);
  return entryOf(value, field) !== undefined;
}

/** `value[index]`, or `value[?index]`. */
export function indexValue(value: Value, index: Value, isOptional: boolean): Value {
  if (isKind(value, 'optional')) {
    return value.value === undefined ? NONE : asOptional(indexValue(value.value, index, true));
  }
  const found = at(value, index);
  if (isOptional) return found === undefined ? NONE : some(sound(found));
  if (found !== undefined) return sound(found);
  return fail(isKind(value, 'list') ? `index out of bounds: ${show(index)}` : `no such key: ${show(index)}`);
}

function at(value: Value, index: Value): Value | undefined {
  if (isKind(value, 'map')) return value.entries.get(keyOf(index))?.[1];
  if (!isKind(value, 'list')) return fail(`no such overload: ${typeName(value)}[${typeName(index)}]`);
  const number = isKind(index, 'uint') ? index.value : index;
  const isWhole = typeof number === 'bigint' || (typeof number === 'number' && Number.isInteger(number));
  return isWhole ? value.items[Number(number)] : fail(`unsupported index type ${typeName(index)} in list`);
}

function asOptional(value: Value): Value {
  return isKind(value, 'optional') ? value : some(value);
}

function show(key: Value): string {
  return typeof key === 'object' ? typeName(key) : String(key);
}
