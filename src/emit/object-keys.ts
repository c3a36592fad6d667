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

// By app, so that an app that is no longer used takes its objects with it.
const makersByRoot = new WeakMap<IConstruct, Map<string, IConstruct>>();

/**
 * Remembers that `construct` makes the object.
 *
 * @throws DuplicateObjectError when another construct of the same app makes it already
 */
export function claimObject(construct: IConstruct, manifest: Keyed): void {
  const makers = makersOf(construct.node.root);
  const key = showKey(objectKey(manifest));
  const other = makers.get(key);
  if (other !== undefined) throw new DuplicateObjectError(key, [other.node.path, construct.node.path]);
  makers.set(key, construct);
}

function makersOf(root: IConstruct): Map<string, IConstruct> {
  const known = makersByRoot.get(root);
  if (known) return known;
  const makers = new Map<string, IConstruct>();
  makersByRoot.set(root, makers);
  return makers;
}
