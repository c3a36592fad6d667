import type { IConstruct } from 'constructs';
import { objectKey, showKey, type Keyed } from '../manifest/object-key';

/** Two constructs of one app would make one and the same object, and the second would overwrite the first. */
export class DuplicateObjectError extends Error {
  readonly code = 'DUPLICATE_OBJECT';

  constructor(
    /** The object: `apps/StatefulSet shop/orders`. */
    readonly key: string,
    /** The constructs: the one that made it first, and the one that would make it again. */
    readonly paths: readonly [string, string],
  ) {
    super(
      `"${paths[1]}" makes ${key}, which "${paths[0]}" makes already: give one of them another name or namespace; ` +
        'what goes to different clusters belongs in different Apps',
    );
    this.name = 'DuplicateObjectError';
  }
}

// By app, so that an app that is no longer used takes its objects with it. There by group, kind and namespace, then by name.
const makersByRoot = new WeakMap<IConstruct, Map<string, Map<string, IConstruct>>>();

/**
 * Remembers that `construct` makes the object.
 *
 * @throws DuplicateObjectError when another construct of the same app makes it already
 */
export function claimObject(construct: IConstruct, manifest: Keyed): void {
  const key = objectKey(manifest);
  const makers = makersIn(construct.node.root, `${key.group}/${key.kind} ${key.namespace ?? ''}`);
  const other = makers.get(key.name);
  if (other !== undefined) throw new DuplicateObjectError(showKey(key), [other.node.path, construct.node.path]);
  makers.set(key.name, construct);
}

function makersIn(root: IConstruct, place: string): Map<string, IConstruct> {
  const places = makersByRoot.get(root) ?? new Map<string, Map<string, IConstruct>>();
  if (places.size === 0) makersByRoot.set(root, places);
  const makers = places.get(place) ?? new Map<string, IConstruct>();
  if (makers.size === 0) places.set(place, makers);
  return makers;
}
