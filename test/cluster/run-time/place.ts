import { CLUSTER_SCOPED } from '../../../imports/kubernetes/cluster-scoped';
import type { Mistake } from './mistake';

/** Manifests of a mistake, wrong or mended, in their namespace. */
export interface Placed {
  readonly mistake: Mistake;
  readonly name: string;
  readonly namespace: string;
  readonly manifests: readonly object[];
}

/** Puts a mistake into a namespace, or into one of its own beside it. */
export function place(mistake: Mistake, which: 'wrong' | 'right', namespace: string): Placed {
  const name = which === 'wrong' ? mistake.name : `right-${mistake.name}`;
  const own = mistake.isAlone ? `${namespace}-${name}` : namespace;
  const manifests = mistake[which](name, own).map((manifest) => inNamespace(manifest, own));
  return { mistake, name, namespace: own, manifests };
}

interface AnyManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: object;
}

function inNamespace(manifest: object, namespace: string): object {
  if (isOfCluster(manifest)) return manifest;
  const { metadata } = manifest as AnyManifest;
  return { ...manifest, metadata: { ...metadata, namespace } };
}

/** Whether it is of a kind without namespaces. */
export function isOfCluster(manifest: object): boolean {
  const { apiVersion, kind } = manifest as AnyManifest; // Every manifest has them.
  return CLUSTER_SCOPED.includes(`${apiVersion}/${kind}`);
}
