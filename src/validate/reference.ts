import type { Path } from './path';

/** That an object names another. */
export interface Reference {
  /** Of what has the name. Most references are right, and nobody makes a path of the name. */
  readonly at: Path;
  readonly field: string;
  readonly target: Target;
  readonly name: string;
  /** The key of a ConfigMap or a Secret, and where it is, if it must be there. */
  readonly data?: { readonly key: string; readonly at: Path } | undefined;
}

/** What sort of object is named. */
export interface Target {
  readonly group: string;
  readonly kind: string;
  /** Where it is: beside the object that names it, in no namespace, or in another one. */
  readonly place: 'beside' | 'cluster' | { readonly namespace: string };
}

/** @param name nothing is named without it, nor with an empty one */
export type Refer = (
  at: Path,
  field: string,
  name: string | undefined,
  target: Target,
  data?: Reference['data'],
) => void;
