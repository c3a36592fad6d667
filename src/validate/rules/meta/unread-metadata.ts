import type { AnyObject } from '../../any-object';

/** Kinds that are never stored, so that the server reads nothing of their metadata, or the name of a pod. */
const UNREAD: ReadonlyMap<string, string> = new Map([
  ['Binding', 'v1'],
  ['SelfSubjectReview', 'authentication.k8s.io/v1'],
  ['SelfSubjectRulesReview', 'authorization.k8s.io/v1'],
  ['TokenReview', 'authentication.k8s.io/v1'],
]);

/** Whether nobody looks at the metadata of an object, but for the name of a Binding. */
export function hasUnreadMetadata({ apiVersion, kind }: AnyObject): boolean {
  return UNREAD.get(kind) === apiVersion;
}
