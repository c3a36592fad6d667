import { isFields } from '../values/fields';

/** A manifest of a document. */
export interface Manifest {
  readonly value: unknown;
  /** Where in the document it is: `['items', 2]`, or nowhere below it. */
  readonly within: readonly (string | number)[];
}

/**
 * The manifests of a document: itself, or the items of a `List`, as kubectl takes it apart. The items of a typed list, such as a
 * `DeploymentList`, may leave their apiVersion and kind to it.
 */
export function takeApart(value: unknown, within: Manifest['within'] = []): readonly Manifest[] {
  if (!isList(value)) return [{ value, within }];
  const { apiVersion, kind, items } = value;
  const itemKind = kind.slice(0, -LIST.length);
  return items.flatMap((item, index) => {
    const isUntyped = isFields(item) && item['apiVersion'] === undefined && item['kind'] === undefined;
    const typed = isUntyped && itemKind !== '' ? { apiVersion, kind: itemKind, ...item } : item;
    return takeApart(typed, [...within, 'items', index]);
  });
}

/** The same, where nobody asks where they were. */
export function partsOf(value: unknown): readonly unknown[] {
  return takeApart(value).map((part) => part.value);
}

interface List {
  readonly apiVersion: unknown;
  readonly kind: string;
  readonly items: readonly unknown[];
}

/** Whether it is a `List`, or that of a kind. */
export function isList(value: unknown): value is List {
  if (!isFields(value)) return false;
  const { kind, items } = value;
  return typeof kind === 'string' && kind.endsWith(LIST) && Array.isArray(items);
}

const LIST = 'List';
