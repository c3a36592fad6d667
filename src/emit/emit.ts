import { ApiObject, Chart, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
import { withFields } from '../values/fields';
import { isClusterScoped, type ObjectMeta } from '../manifest/kubernetes';
import { claimObject } from './object-keys';

/** A manifest that says its kind and how it is called. */
export interface NamedManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: ObjectMeta;
}

/**
 * Adds a manifest to the tree as a raw `ApiObject`, so that a JsonPatch patches what is printed. Its name defaults to `name`, and a
 * chart's namespace does not land on a kind that has none.
 *
 * @throws DuplicateObjectError when another construct of the app makes the same object
 */
export function emit(scope: Construct, id: string, manifest: NamedManifest, name: string): ApiObject {
  const object = new ApiObject(scope, id, apiObjectProps(scope, manifest, name));
  settle(object);
  return object;
}

/** The manifest with the metadata that cdk8s needs to see. Classes of their own kind give it to `ApiObject`, and then {@link settle}. */
export function apiObjectProps(
  scope: Construct,
  manifest: NamedManifest,
  name: string,
  clusterScoped = isClusterScoped(manifest.apiVersion, manifest.kind),
): ApiObjectProps {
  // cdk8s types metadata and spec as mutable classes; it reads plain objects as well.
  return withFields(manifest, { metadata: placed(scope, manifest.metadata, name, clusterScoped) }) as ApiObjectProps;
}

/** Metadata with a name, and with the namespace of the chart unless the object belongs to the whole cluster. */
export function placed(
  scope: Construct,
  metadata: NamedManifest['metadata'] = {},
  name: string,
  clusterScoped: boolean,
): ObjectMeta & { readonly name: string } {
  const namespace = clusterScoped ? undefined : (metadata.namespace ?? Chart.of(scope).namespace);
  return withFields(metadata, { name: metadata.name ?? name, namespace });
}

/**
 * Takes the chart's namespace, which cdk8s gives to every object without one, from a kind that has none, and remembers the object's key.
 *
 * @throws DuplicateObjectError when another construct of the app makes the same object
 */
export function settle(object: ApiObject, clusterScoped = isClusterScoped(object.apiVersion, object.kind)): void {
  // It is readonly in cdk8s, which has no other way to say "none".
  if (clusterScoped) Object.assign(object.metadata, { namespace: undefined });
  const { apiVersion, kind, name, metadata } = object;
  claimObject(object, { apiVersion, kind, metadata: { name, namespace: metadata.namespace } });
}
