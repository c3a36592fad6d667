import type { FunctionTable } from '../signature';
import { fail, isKind, list, type List, NONE, type Optional, some, type Value } from '../value';

function isZero(value: Value): boolean {
  if (value === null || value === false || value === '' || value === 0n || value === 0) return true;
  if (typeof value !== 'object') return false;
  if (value instanceof Uint8Array) return value.length === 0;
  if (value.kind === 'uint') return value.value === 0n;
  if (value.kind === 'duration') return value.nanos === 0n;
  if (value.kind === 'list') return value.items.length === 0;
  if (value.kind === 'map') return value.entries.size === 0;
  return value.kind === 'optional' && value.value === undefined;
}

const unwrap = ({ items }: List): List =>
  list(items.flatMap((item) => (isKind(item, 'optional') && item.value !== undefined ? [item.value] : [])));

/** `or` and `orValue` do not need their argument when there is a value: see LAZY of calls.ts. */
export const OPTIONALS: FunctionTable = {
  'optional.of(A): optional_type(A)': some,
  'optional.ofNonZeroValue(A): optional_type(A)': (value: Value) => (isZero(value) ? NONE : some(value)),
  'optional.none(): optional_type(A)': () => NONE,
  'optional.unwrap(list(optional_type(A))): list(A)': unwrap,
  '<list(optional_type(A))>.unwrapOpt(): list(A)': unwrap,
  '<optional_type(A)>.value(): A': ({ value }: Optional) =>
    value === undefined ? fail('optional.none() dereference') : value,
  '<optional_type(A)>.hasValue(): bool': ({ value }: Optional) => value !== undefined,
  '<optional_type(A)>.or(optional_type(A)): optional_type(A)': () => NONE,
  '<optional_type(A)>.orValue(A): A': () => null,
};
