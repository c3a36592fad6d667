import type { PersistentVolume, StatefulSet } from '../../../imports/kubernetes/types';
import { showKey } from '../../manifest/object-key';
import type { Item } from '../inventory';
import { ROOT } from '../path';
import type { AnyChangeRule, Change, WholeChangeRule } from './change-rule';
import { prunedOf } from './pruning';

const removedData: WholeChangeRule = {
  code: 'removed-data',
  severity: 'warning',
  on: 'the whole change',
  summary: 'What has data, and is not among the manifests any more, loses it when whoever applies them prunes.',
  check({ gone, renamed, ...both }, report) {
    const elsewhere = new Set(renamed.map(([item]) => item));
    const pruned = prunedOf(gone, both);
    const namespaces = new Set(pruned.filter(isNamespace).map(({ key }) => key.name));
    for (const item of pruned) {
      const { namespace = '' } = item.key;
      const loss = lossOf(item);
      if (loss === undefined || elsewhere.has(item) || namespaces.has(namespace)) continue;
      report(
        item,
        ROOT,
        `is no longer there, and when it is pruned, ${loss}`,
        'keep it until its data is saved, or not needed',
      );
    }
  },
};

const renamedData: WholeChangeRule = {
  code: 'renamed-data',
  severity: 'warning',
  on: 'the whole change',
  summary: 'What has data keeps its name and namespace, because under another one it begins without data.',
  check({ renamed }, report) {
    for (const [gone, added] of renamed) {
      const isMoved = gone.key.name === added.key.name;
      const at = ROOT.field('metadata').field(isMoved ? 'namespace' : 'name');
      const message = `is new, but much the same as ${showKey(gone.key)}, whose data does not come along`;
      report(added, at, message, `keep the old ${isMoved ? 'namespace' : 'name'}, or copy the data first`);
    }
  },
};

/** What is lost or left behind without an object; undefined when it has no data. */
function lossOf(item: Item): string | undefined {
  switch (kindOf(item)) {
    case '/Namespace':
      return 'all that is in it is deleted';
    case '/PersistentVolume': {
      const { spec } = item.object as PersistentVolume; // As its key says, and what is gone was sound.
      return spec?.persistentVolumeReclaimPolicy === 'Delete'
        ? 'its data is deleted as soon as no claim has it'
        : undefined;
    }
    case '/PersistentVolumeClaim':
      return 'its volume is deleted with it, unless its class retains it';
    case 'apiextensions.k8s.io/CustomResourceDefinition':
      return 'all its objects are deleted';
    case 'apps/StatefulSet': {
      // Its key says that it is one, and what is gone was sound.
      const { volumeClaimTemplates = [], persistentVolumeClaimRetentionPolicy: policy } =
        (item.object as StatefulSet).spec ?? {};
      if (volumeClaimTemplates.length === 0) return undefined;
      return policy?.whenDeleted === 'Delete' ? 'its claims are deleted with their data' : 'its claims stay without it';
    }
    default:
      return undefined;
  }
}

function isNamespace(item: Item): boolean {
  return kindOf(item) === '/Namespace';
}

/** What has data and is gone, with what is new and was most likely made of it. */
export function renamesOf(gone: readonly Item[], added: readonly Item[]): Change['renamed'] {
  const free = new Map<string, Map<Item, ReadonlySet<string>>>();
  for (const item of added.filter(hasData)) {
    const others = free.get(kindOf(item)) ?? new Map<Item, ReadonlySet<string>>();
    free.set(kindOf(item), others.set(item, linesOf(item)));
  }
  return gone.filter(hasData).flatMap((item) => {
    const others = free.get(kindOf(item)) ?? new Map<Item, ReadonlySet<string>>();
    const match = alikeOf(item, others);
    if (match === undefined) return [];
    others.delete(match);
    return [[item, match] as const];
  });
}

/** The first that is much the same, of those that are looked at: what is renamed mostly keeps its place. */
function alikeOf(item: Item, others: ReadonlyMap<Item, ReadonlySet<string>>): Item | undefined {
  const lines = linesOf(item);
  let looks = 0;
  for (const [other, its] of others) {
    if (likeness(lines, its) >= MUCH) return other;
    if (++looks === MOST_LOOKS) return undefined;
  }
  return undefined;
}

/** A bound, so that thousands of objects that come and go cost no more than their number. */
const MOST_LOOKS = 50;
const MUCH = 0.8;

/** Of a Namespace it is in others, and a volume under a new name can have the old data. */
function hasData(item: Item): boolean {
  return !isNamespace(item) && kindOf(item) !== '/PersistentVolume' && lossOf(item) !== undefined;
}

function kindOf({ key }: Item): string {
  return `${key.group}/${key.kind}`;
}

/** How much of two specs is the same, from 0 to 1. */
function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const shared = [...one].filter((line) => other.has(line)).length;
  return shared / Math.max(one.size, other.size, 1);
}

/** The spec, field by field, without the object's own name, which often occurs in it as a word. */
function linesOf({ key, object }: Item): ReadonlySet<string> {
  const { spec } = object as { readonly spec?: unknown };
  const name = new RegExp(`(?<![a-z0-9])${key.name.replace(/\W/g, '\\$&')}(?![a-z0-9])`, 'gi');
  return new Set((JSON.stringify(spec, undefined, 1) ?? '').replace(name, '').split('\n'));
}

/** What is there no more. */
export const REMOVALS: readonly AnyChangeRule[] = [removedData, renamedData];
