import { type Fields, isFields } from '../values/fields';
import type { MergeKeys } from './kubernetes';

/**
 * How the items of a list of named things are told apart: the field of the list, and the field of its items.
 * The keys are those of Kubernetes' strategic merge; `volumeClaimTemplates` and `subjects`, which it replaces, are merged by the one
 * field that people mean.
 */
const ITEM_KEYS: Readonly<Record<keyof MergeKeys | 'volumeClaimTemplates', readonly string[]>> = {
  containers: ['name'],
  initContainers: ['name'],
  ephemeralContainers: ['name'],
  volumes: ['name'],
  volumeClaimTemplates: ['metadata', 'name'],
  env: ['name'],
  imagePullSecrets: ['name'],
  resourceClaims: ['name'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  topologySpreadConstraints: ['topologyKey'],
  subjects: ['name'],
};

/**
 * Maps, and lists of maps, that are one of several alternatives: of the old one only those fields stay that the new one names, or a volume
 * would have two sources. Kubernetes calls it `retainKeys`, and has it for `volumes` and a Deployment's `strategy`.
 */
const ALTERNATIVES: ReadonlySet<string> = new Set(['volumes', 'env', 'strategy', 'updateStrategy']);

/**
 * Merges a partial object over a manifest, the way strategic merge does: maps by key, lists of named things by name, `null`
 * takes a field away, everything else replaces. Neither argument is changed.
 *
 * A list whose items have no name (`tolerations`, `args`, `accessModes`) is replaced whole. `ports` are found by `name`, or else by
 * number and protocol. What is not found is added at the end.
 *
 * @example
 * merge({ spec: { replicas: 1, paused: true } }, { spec: { replicas: 3, paused: null } }); // { spec: { replicas: 3 } }
 */
export function merge<T extends object>(manifest: T, overrides: object | undefined): T {
  // Strategic merge keeps the shape of the first argument; the caller's DeepPartial type has checked the second.
  return overrides === undefined ? manifest : (mergeMaps(manifest as Fields, overrides as Fields) as T);
}

function mergeMaps(base: Fields, overrides: Fields): Fields {
  const kept = Object.entries(base).filter(([field]) => overrides[field] !== null);
  const given = Object.entries(overrides).filter(([, value]) => value !== undefined && value !== null);
  return {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(given.map(([field, value]) => [field, mergeValue(field, base[field], value)])),
  };
}

function mergeValue(field: string, base: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return mergeLists(field, Array.isArray(base) ? base : [], value);
  if (!isFields(value)) return value;
  if (!isFields(base)) return mergeMaps({}, value);
  return mergeMaps(ALTERNATIVES.has(field) ? retained(base, value) : base, value);
}

function mergeLists(field: string, base: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  const key = ITEM_KEYS[field as keyof typeof ITEM_KEYS] as readonly string[] | undefined;
  const isSame = field === 'ports' ? isSamePort : key && isSameBy(key);
  if (isSame === undefined || !items.every(isFields)) return items.map((item) => mergeValue('', undefined, item));
  const merged = [...base];
  for (const item of items) {
    const place = merged.findIndex((other) => isSame(other, item));
    if (place < 0) merged.push(mergeValue(field, undefined, item));
    else merged[place] = mergeValue(field, merged[place], item);
  }
  return merged;
}

function retained(base: Fields, value: Fields): Fields {
  return Object.fromEntries(
    Object.entries(base).filter(([field]) => Object.hasOwn(value, field) && value[field] !== undefined),
  );
}

function isSameBy(path: readonly string[]): (item: unknown, other: unknown) => boolean {
  const identify = (item: unknown): unknown =>
    path.reduce<unknown>((value, key) => (isFields(value) ? value[key] : undefined), item);
  return (item, other) => identify(other) !== undefined && identify(item) === identify(other);
}

/** `ports` belong to containers (containerPort) and Services (port). */
function isSamePort(item: unknown, other: unknown): boolean {
  if (!isFields(item) || !isFields(other)) return false;
  if (other.name !== undefined) return item.name === other.name;
  const sameNumber = (item.containerPort ?? item.port) === (other.containerPort ?? other.port);
  return sameNumber && (other.protocol === undefined || other.protocol === (item.protocol ?? 'TCP'));
}
