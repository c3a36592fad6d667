import { ApiObject, Chart, type ApiObjectProps } from 'cdk8s';
import type { Construct } from 'constructs';
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
  const props = apiObjectProps(scope, manifest, name);
  const object = new ApiObject(scope, id, props);
  leaveNamespace(object);
  claim(object);
  return object;
}

/** The manifest with the metadata that cdk8s needs to see; {@link emit} and `KubernetesObject` share it. */
export function apiObjectProps(scope: Construct, manifest: NamedManifest, name: string): ApiObjectProps {
  const { apiVersion, kind, metadata } = manifest;
  const namespace = isClusterScoped(apiVersion, kind) ? undefined : (metadata?.namespace ?? Chart.of(scope).namespace);
  // cdk8s types metadata and spec as mutable classes; it reads plain objects as well.
  return { ...manifest, metadata: { ...metadata, name: metadata?.name ?? name, namespace } } as ApiObjectProps;
}

/** Takes the chart's namespace, which cdk8s gives to every object without one, from a kind that has none. */
export function leaveNamespace({ apiVersion, kind, metadata }: ApiObject): void {
  // It is readonly in cdk8s, which has no other way to say "none".
  if (isClusterScoped(apiVersion, kind)) Object.assign(metadata, { namespace: undefined });
}

/** @throws DuplicateObjectError */
export function claim(object: ApiObject): void {
  const { namespace } = object.metadata;
  const metadata = { name: object.name, ...(namespace !== undefined && { namespace }) };
  claimObject(object, { apiVersion: object.apiVersion, kind: object.kind, metadata });
}
