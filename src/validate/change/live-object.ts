import type { AnyObject } from '../any-object';

/**
 * Whether an object comes out of a cluster, as `kubectl get -o yaml` prints it, with what the server and controllers filled in. What it has
 * more than the new manifest may be theirs, and then stays as it is.
 */
export function isLive({ metadata }: AnyObject): boolean {
  return metadata?.uid !== undefined;
}
