import type { IConstruct } from 'constructs';
import { inner } from '../values/inner';
import { groupOf, objectKey, showKey, type Keyed } from '../manifest/object-key';

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

/** The constructs by kind, group, namespace and name of what they make: a text made of these takes longer than to look them up. */
type Makers = Map<string, Map<string, Map<string, Map<string, IConstruct>>>>;

// By app, so that an app that is no longer used takes its objects with it.
const makersByRoot = new WeakMap<IConstruct, Makers>();

/**
 * Remembers that `construct` makes the object.
 *
 * @throws DuplicateObjectError when another construct of the same app makes it already
 */
export function claimObject(construct: IConstruct, manifest: Keyed): void {
  const { apiVersion, kind, metadata } = manifest;
  const { name, namespace = '' } = metadata;
  const makers = inner(inner(inner(makersIn(construct.node.root), kind), groupOf(apiVersion)), namespace);
  const other = makers.get(name);
  if (other !== undefined && isInTree(other)) {
    throw new DuplicateObjectError(showKey(objectKey(manifest)), [other.node.path, construct.node.path]);
  }
  makers.set(name, construct);
}

/** Whether it was not taken out again, by `tryRemoveChild`. */
function isInTree(construct: IConstruct): boolean {
  const { scope, id } = construct.node;
  return scope === undefined || (scope.node.tryFindChild(id) === construct && isInTree(scope));
}

function makersIn(root: IConstruct): Makers {
  const makers: Makers = makersByRoot.get(root) ?? new Map<string, never>();
  if (makers.size === 0) makersByRoot.set(root, makers);
  return makers;
}
