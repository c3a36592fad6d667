import type { ObjectKey } from '../../../manifest/object-key';
import type { Item } from '../../inventory';

/** The key of an object that another one names without a namespace: it is in the same one. */
export function keyBeside({ key: { namespace } }: Item, group: string, kind: string, name: string): ObjectKey {
  return namespace === undefined ? { group, kind, name } : { group, kind, namespace, name };
}
