import type { AnyObject } from '../../any-object';

/** A Binding is never stored, so the server reads no more of its metadata than the name of the pod. */
export function hasUnreadMetadata({ apiVersion, kind }: AnyObject): boolean {
  return apiVersion === 'v1' && kind === 'Binding';
}
