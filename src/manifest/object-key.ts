import { remember } from '../values/remember';

/** What tells one object of a cluster from every other. The version is not part of it: `apps/v1` and `apps/v1beta1` show the same objects. */
export interface ObjectKey {
  /** The API group: `apps`, or the empty string for the core group. */
  readonly group: string;
  readonly kind: string;
  /** Undefined for an object of the whole cluster, and for one that leaves its namespace to whoever applies it. */
  readonly namespace?: string;
  readonly name: string;
}

/** The part of a manifest that its key is made of. */
export interface Keyed {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
}

/** The group of an apiVersion; the empty string for the core group. */
export const groupOf = remember((apiVersion: string): string => {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
});

/**
 * The key of the object that a manifest describes.
 *
 * @example objectKey({ apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'orders', namespace: 'shop' } })
 */
export function objectKey(manifest: Keyed): ObjectKey {
  const { apiVersion, kind, metadata } = manifest;
  const group = groupOf(apiVersion);
  const { name, namespace } = metadata;
  return namespace === undefined ? { group, kind, name } : { group, kind, namespace, name };
}

/**
 * A key as people read it: `apps/StatefulSet shop/orders`, `Service shop/orders`, `storage.k8s.io/StorageClass ssd`. Two
 * keys are the same exactly when their texts are, so the text serves as the key of a Map.
 */
export function showKey({ group, kind, namespace, name }: ObjectKey): string {
  return `${group === '' ? kind : `${group}/${kind}`} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}
