import type { ObjectKey } from '../manifest/object-key';

/** The key of an object that another one names without a namespace: it is in the same one. */
export function keyBeside(
  { key: { namespace } }: { readonly key: ObjectKey },
  group: string,
  kind: string,
  name: string,
): ObjectKey {
  return namespace === undefined ? { group, kind, name } : { group, kind, namespace, name };
}
