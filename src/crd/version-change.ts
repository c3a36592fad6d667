/** One difference between two definitions. */
export interface VersionChange {
  /** Whether something that works with the definition before may fail with the one after: whether `breaks` names anything. */
  readonly breaking: boolean;
  readonly breaks: readonly Breakage[];
  readonly code: ChangeCode;
  /**
   * The version and the field: `v1.spec.replicas`, with `[]` for the items of a list and `[*]` for the values of a map; `v1` for what
   * belongs to a whole version. What belongs to all versions is named by its place in the definition: `spec.names.kind`.
   */
  readonly path: string;
  /** Continues the path: the fact, then the consequence or the way out. One line. */
  readonly message: string;
}

/**
 * Whom a change can hurt.
 * - `stored`: objects that exist would lose data, read differently, or be refused at the next change;
 * - `clients`: manifests, programs or commands that worked would fail or mean something else.
 */
export type Breakage = 'stored' | 'clients';

/** What sort of change it is: `'field-removed'`, `'bound-tightened'`. */
export type ChangeCode = keyof typeof BREAKS;

const NOTHING = [] as const;
const STORED = ['stored'] as const;
const CLIENTS = ['clients'] as const;
const BOTH = ['stored', 'clients'] as const;

/**
 * Whom each change can hurt. What is said here of the server was seen on one of Kubernetes 1.35.
 *
 * A schema that became tighter is asked about what is written, never about what is read. From 1.30 on, the part of a stored object that
 * a write leaves as it was is not asked again. So a stored string of a pattern that came later stays until it is changed, but an object
 * that lacks a new required field, or breaks a new rule on the whole object, stays only until anything in that object is changed.
 */
const BREAKS = {
  // The server refuses these four, so the objects would have to be made again under another definition.
  'group-changed': BOTH,
  'plural-changed': BOTH,
  'kind-changed': BOTH,
  'scope-changed': BOTH,
  'list-kind-changed': CLIENTS,
  'singular-changed': CLIENTS,
  'short-name-removed': CLIENTS,
  'short-name-added': NOTHING,
  'category-removed': CLIENTS,
  'category-added': NOTHING,
  'conversion-removed': BOTH,
  'conversion-added': NOTHING,
  'lost-in-conversion': BOTH,

  'stored-version-removed': BOTH,
  'served-version-removed': CLIENTS,
  'unused-version-removed': NOTHING,
  'version-added': NOTHING,
  'version-not-served': CLIENTS,
  'version-served': NOTHING,
  'version-deprecated': NOTHING,
  'version-undeprecated': NOTHING,
  'storage-version-changed': NOTHING,
  'status-removed': CLIENTS,
  // A program that wrote the status with the object is answered 200, and the status stays as it was.
  'status-added': CLIENTS,
  'scale-removed': CLIENTS,
  // Objects that lack the field of the new path answer 500.
  'scale-changed': BOTH,
  'scale-added': NOTHING,
  'selectable-field-removed': CLIENTS,
  'selectable-field-added': NOTHING,
  'column-removed': NOTHING,
  'column-changed': NOTHING,
  'column-added': NOTHING,

  'field-removed': BOTH,
  'field-undescribed': NOTHING,
  'field-described': BOTH,
  'field-added': NOTHING,
  // Stored values are neither refused nor converted. Server-side apply then answers 500 whatever field of the object it sets.
  'type-changed': BOTH,
  'type-relaxed': NOTHING,
  'required-added': BOTH,
  'required-removed': NOTHING,
  // Defaults are written with an object, and filled into what is read of an object that was written before.
  'default-added': STORED,
  'default-changed': BOTH,
  'default-removed': BOTH,
  // Null in an object is dropped or replaced by the default, in a list it is refused.
  'nullable-removed': BOTH,
  'nullable-added': NOTHING,
  // Null was dropped before it was looked at, and stays now.
  'null-counted': CLIENTS,
  'enum-added': BOTH,
  'enum-value-removed': BOTH,
  'enum-value-added': NOTHING,
  'enum-removed': NOTHING,
  'bound-tightened': BOTH,
  'bound-relaxed': NOTHING,
  'pattern-added': BOTH,
  'pattern-changed': BOTH,
  'pattern-removed': NOTHING,
  'format-added': BOTH,
  'format-changed': BOTH,
  'format-removed': NOTHING,
  'map-removed': BOTH,
  'map-added': NOTHING,
  'unknown-fields-dropped': BOTH,
  'unknown-fields-kept': NOTHING,
  // To "map" or "set", duplicates are refused, and items that leave a manifest stay. From there, managers that shared a list conflict.
  'list-type-changed': BOTH,
  'list-keys-changed': BOTH,
  'map-type-changed': CLIENTS,
  // The one constraint that is asked of every stored value at every write.
  'embedded-resource-added': BOTH,
  'embedded-resource-removed': NOTHING,
  'combination-added': BOTH,
  'combination-changed': BOTH,
  'combination-removed': NOTHING,
  'rule-added': BOTH,
  'rule-changed': BOTH,
  // It is asked at every update, but the usual ones let pass what stays as it was.
  'transition-rule-added': CLIENTS,
  'rule-removed': NOTHING,
} as const satisfies Readonly<Record<string, readonly Breakage[]>>;

/** In one order for all definitions that say the same, however they are written: by version, then path. */
export function inOrder(changes: readonly VersionChange[]): readonly VersionChange[] {
  const place = ({ path, code, message }: VersionChange) => [path, code, message].join('\n');
  return [...changes].sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

export function change(code: ChangeCode, path: string, message: string): VersionChange {
  const breaks = BREAKS[code];
  return { breaking: breaks.length > 0, breaks, code, path, message };
}
