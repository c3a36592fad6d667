/**
 * How the items of a list of named things are told apart: the field of the list, and the field of its items.
 * The keys are those of Kubernetes' strategic merge; `topologySpreadConstraints` and `volumeClaimTemplates`, which it
 * replaces or keys by two fields, are merged by the one field that people mean.
 */
const ITEM_KEYS: Readonly<Record<string, readonly string[]>> = {
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

type Fields = Readonly<Record<string, unknown>>;

/**
 * Merges a partial object over a manifest, the way strategic merge does: maps by key, lists of named things by name, `null`
 * takes a field away, everything else replaces. Neither argument is changed.
 *
 * A list whose items have no name (`tolerations`, `args`, `accessModes`) is replaced whole. `ports` are found by `name`, else by
 * number.
 *
 * @example
 * merge({ spec: { replicas: 1, paused: true } }, { spec: { replicas: 3, paused: null } }); // { spec: { replicas: 3 } }
 */
export function merge<T extends object>(manifest: T, overrides: object | undefined): T {
  // Strategic merge keeps the shape of the first argument; the caller's DeepPartial type has checked the second.
  return overrides === undefined ? manifest : (mergeMaps(manifest as Fields, overrides as Fields) as T);
}

function mergeMaps(base: Fields, overrides: Fields): Fields {
  const merged: Record<string, unknown> = { ...base };
  for (const [field, value] of Object.entries(overrides)) {
    if (value === undefined) continue;
    if (value === null) delete merged[field];
    else merged[field] = mergeValue(field, base[field], value);
  }
  return merged;
}

function mergeValue(field: string, base: unknown, value: unknown): unknown {
  if (Array.isArray(value)) return Array.isArray(base) ? mergeLists(field, base, value) : value.map(withoutNulls);
  if (isMap(value)) return mergeMaps(isMap(base) ? base : {}, value);
  return value;
}

function mergeLists(field: string, base: readonly unknown[], items: readonly unknown[]): readonly unknown[] {
  const identify = field === 'ports' ? identifyPort(items) : identifyBy(ITEM_KEYS[field]);
  if (identify === undefined) return items.map(withoutNulls);
  const merged = [...base];
  for (const item of items) {
    const id = identify(item);
    const place = id === undefined ? -1 : merged.findIndex((other) => identify(other) === id);
    if (place < 0) merged.push(withoutNulls(item));
    else merged[place] = mergeValue('', merged[place], item);
  }
  return merged;
}

function identifyBy(path: readonly string[] | undefined): ((item: unknown) => unknown) | undefined {
  if (path === undefined) return undefined;
  return (item) => path.reduce<unknown>((value, key) => (isMap(value) ? value[key] : undefined), item);
}

/** `ports` belong to containers (containerPort), Services (port) and NetworkPolicies (port, no name); a name wins over a number. */
function identifyPort(items: readonly unknown[]): (item: unknown) => unknown {
  const named = items.every((item) => isMap(item) && item.name !== undefined);
  return (item) => (isMap(item) ? (named ? item.name : (item.containerPort ?? item.port)) : undefined);
}

function withoutNulls(value: unknown): unknown {
  return isMap(value) ? mergeMaps({}, value) : value;
}

function isMap(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
