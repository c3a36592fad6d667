import type { IConstruct } from 'constructs';

/** Two constructs of one app would make one and the same object, and the second would overwrite the first. */
export class DuplicateObjectError extends Error {
  readonly code = 'DUPLICATE_OBJECT';

  constructor(
    readonly key: string,
    readonly paths: readonly [string, string],
  ) {
    super(
      `"${paths[1]}" makes ${key}, which "${paths[0]}" makes already: give one of them another name or namespace; ` +
        'what goes to different clusters belongs in different Apps',
    );
    this.name = 'DuplicateObjectError';
  }
}

interface NamedManifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

// By app, so that an app that is no longer used takes its keys with it.
const pathsByKey = new WeakMap<IConstruct, Map<string, string>>();

/**
 * Remembers that `construct` makes the object.
 *
 * @throws DuplicateObjectError when another construct of the same app makes it already
 */
export function claimObject(construct: IConstruct, { apiVersion, kind, metadata }: NamedManifest): void {
  const { root, path } = construct.node;
  const paths = pathsByKey.get(root) ?? new Map<string, string>();
  pathsByKey.set(root, paths);
  // The version is no part of it: apps/v1 and apps/v1beta1 show one object.
  const group = apiVersion.includes('/') ? `${String(apiVersion.split('/')[0])}/` : '';
  const place = metadata.namespace === undefined ? '' : `${metadata.namespace}/`;
  const key = `${group}${kind} ${place}${metadata.name}`;
  const other = paths.get(key);
  if (other !== undefined) throw new DuplicateObjectError(key, [other, path]);
  paths.set(key, path);
}
