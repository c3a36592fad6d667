import type { Evidence } from './evidence';

/** Manifests that the server takes and that fail later, and the same with one value mended, which work. */
export interface Mistake {
  /** What all its objects are called; the label `app` of its pods. */
  readonly name: string;
  /** The warning that `validate` gives. */
  readonly code: string;
  /** Whether it needs a namespace of its own: a quota is for all that is in one. */
  readonly isAlone: boolean;
  readonly wrong: Manifests;
  readonly fails: Evidence;
  readonly right: Manifests;
  readonly works?: Evidence;
}

type Manifests = (name: string, namespace: string) => readonly object[];

interface Options<T> {
  readonly name: string;
  readonly code: string;
  readonly isAlone?: boolean;
  readonly wrong: T;
  readonly right: T;
  /** What is made of the value that is wrong or right. */
  readonly manifests: (value: T, name: string, namespace: string) => readonly object[];
  readonly fails: Evidence;
  /** How it shows that the mended one works. Without it, that costs too much or shows nothing. */
  readonly works?: Evidence;
}

/** A mistake of one value: what is wrong, what would be right, and the manifests that have it. */
export function mistake<T>({
  name,
  code,
  isAlone = false,
  wrong,
  right,
  manifests,
  fails,
  works,
}: Options<T>): Mistake {
  return {
    name,
    code,
    isAlone,
    fails,
    wrong: (...place) => manifests(wrong, ...place),
    right: (...place) => manifests(right, ...place),
    ...(works && { works }),
  };
}
