import type { Inventory, Item } from '../../inventory';
import { keyBeside } from '../../key-beside';
import { isBuiltIn } from './near-names';

export const RBAC = 'rbac.authorization.k8s.io';

/** The kind of which there is a role, if there is none of the kind that a RoleBinding names. */
export function rightKind(inventory: Inventory, binding: Item, kind: string, name: string): string | undefined {
  const ofCluster = { group: RBAC, kind: 'ClusterRole', name };
  const isRole = inventory.find(keyBeside(binding, RBAC, 'Role', name)) !== undefined;
  const isOfCluster = isBuiltIn(ofCluster) || inventory.find(ofCluster) !== undefined;
  if (kind === 'Role' && !isRole && isOfCluster) return 'ClusterRole';
  return kind === 'ClusterRole' && isRole && !isOfCluster ? 'Role' : undefined;
}
