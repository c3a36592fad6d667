import { once } from '../../values/once';
import type { Item } from '../inventory';
import type { BothSides } from './change-rule';
import { isLive } from './live-object';

/** What whoever applies the manifests would delete of what is not among them any more. */
export function prunedOf(gone: readonly Item[], both: BothSides): readonly Item[] {
  const names = once(() => namesOfClaims(both));
  return gone.filter((item) => {
    if (item.object.kind === 'Namespace' && OF_THE_SYSTEM.has(item.key.name)) return false;
    return !isKept(item) && !isOwned(item) && !isClaimOfSet(item, names);
  });
}

/** The server makes these, and makes them again. */
const OF_THE_SYSTEM: ReadonlySet<string> = new Set(['default', 'kube-node-lease', 'kube-public', 'kube-system']);

/** As helm, Argo CD, Flux and kapp are told. */
function isKept({ object }: Item): boolean {
  const { annotations = {} } = object.metadata ?? {};
  const options = annotations['argocd.argoproj.io/sync-options']?.split(',').map((option) => option.trim()) ?? [];
  return (
    annotations['helm.sh/resource-policy'] === 'keep' ||
    annotations['kustomize.toolkit.fluxcd.io/prune'] === 'disabled' ||
    annotations['kapp.k14s.io/delete-strategy'] === 'orphan' ||
    options.some((option) => option === 'Prune=false' || option === 'Prune=confirm')
  );
}

/** A controller made it. */
function isOwned({ object }: Item): boolean {
  return object.metadata?.ownerReferences?.some(({ controller }) => controller === true) === true;
}

/** A StatefulSet made it, which claims do not tell unless they are deleted with it. */
function isClaimOfSet({ key, object }: Item, names: () => ReadonlySet<string>): boolean {
  if (object.kind !== 'PersistentVolumeClaim' || !isLive(object)) return false;
  const [, name = ''] = /^(.*)-\d+$/.exec(key.name) ?? [];
  return names().has(name);
}

/** What the claims of StatefulSets are called, before the number of the pod. */
function namesOfClaims({ before, after }: BothSides): ReadonlySet<string> {
  const sets = [before, after].flatMap((inventory) => inventory.ofKind('apps/v1/StatefulSet'));
  return new Set(
    sets.flatMap(({ key, object }) =>
      (object.spec?.volumeClaimTemplates ?? []).map(({ metadata }) => `${metadata?.name ?? ''}-${key.name}`),
    ),
  );
}
