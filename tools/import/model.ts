import type { Scalar } from '../../src/manifest/schema-table';

/** What the writers need to know about the built-in kinds, in words of our own. Kinds and definitions are sorted by name. */
export interface Model {
  /** The version of Kubernetes, such as `1.35`. */
  readonly kubernetes: string;
  readonly kinds: readonly Kind[];
  readonly definitions: readonly Definition[];
}

export interface Kind {
  readonly apiVersion: string;
  readonly kind: string;
  /** The name of its definition. */
  readonly definition: string;
  /** Its name in a URL and in an RBAC rule: `deployments`. */
  readonly resource: string;
  readonly namespaced: boolean;
  /** What a URL and an RBAC rule may name below it: `scale`, `status`. */
  readonly subresources: readonly string[];
}

export interface Definition {
  readonly name: string;
  readonly fields: readonly Field[];
  /** The kind that this is the definition of, if it is one. */
  readonly root?: Kind;
  /** Another definition holds objects of this kind, which then need neither apiVersion nor kind. */
  readonly embedded: boolean;
  /** It is only found below the `status` of a kind, where the server ignores what a user writes, once it knows every field. */
  readonly statusOnly: boolean;
  /** Server-side apply gives it one owner as a whole. */
  readonly atomic: boolean;
}

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** To the server it is always there: where a manifest leaves it out, it is empty. */
  readonly always: boolean;
  /** What the server fills in, where the document says so. */
  readonly default?: unknown;
  /** As in Definition, of a map or an object. */
  readonly atomic: boolean;
}

export type Type =
  | { readonly is: 'scalar'; readonly scalar: Scalar }
  | { readonly is: 'enum'; readonly values: readonly string[] }
  | { readonly is: 'definition'; readonly name: string }
  | { readonly is: 'map'; readonly of: Type }
  | { readonly is: 'array'; readonly of: Type; readonly keys?: readonly string[]; readonly set?: true }
  | { readonly is: 'either'; readonly of: readonly Type[] };
