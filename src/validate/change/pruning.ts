import type { Item } from '../inventory';
import type { BothSides } from './change-rule';
import { isLive } from './live-object';

/** Whether whoever applies the manifests would delete an object that is not among them any more. */
export function mayBePruned(item: Item, both: BothSides): boolean {
  const { name } = item.key;
  if (item.object.kind === 'Namespace' && OF_THE_SYSTEM.has(name)) return false;
  return !isKept(item) && !isOwned(item) && !isClaimOfSet(item, both);
}

/** The server makes these, and makes them again. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);

/** As helm and Argo CD are told. */
function isKept({ object }: Item): boolean {
  const { annotations } = object.metadata ?? {};
  const options = annotations?.['argocd.argoproj.io/sync-options']?.split(',').map((option) => option.trim());
  return annotations?.['helm.sh/resource-policy'] === 'keep' || options?.includes('Prune=false') === true;
}

/** A controller made it. */
function isOwned({ object }: Item): boolean {
  return object.metadata?.ownerReferences?.some(({ controller }) => controller === true) === true;
}

/** A StatefulSet made it, which claims do not tell unless they are deleted with it. */
function isClaimOfSet({ key, object }: Item, { before, after }: BothSides): boolean {
  if (object.kind !== 'PersistentVolumeClaim' || !isLive(object)) return false;
  return [before, after].some((inventory) =>
    inventory
      .ofKind('apps/v1/StatefulSet')
      .some((set) =>
        set.object.spec?.volumeClaimTemplates?.some(({ metadata }) =>
          isNumbered(key.name, `${metadata?.name ?? ''}-${set.key.name}-`),
        ),
      ),
  );
}

function isNumbered(name: string, prefix: string): boolean {
  return name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length));
}
