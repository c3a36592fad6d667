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

// By app, so that an app that is no longer used takes its keys with it.
const pathsByKey = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Remembers that `construct` makes the object.
 *
 * @throws DuplicateObjectError when another construct of the same app makes it already
 */
export function claimObject(construct: IConstruct, manifest: Keyed): void {
  const { root, path } = construct.node;
  const paths = pathsByKey.get(root) ?? new Map<string, string>();
  pathsByKey.set(root, paths);
  const key = showKey(objectKey(manifest));
  const other = paths.get(key);
  if (other !== undefined) throw new DuplicateObjectError(key, [other, path]);
  paths.set(key, path);
}
