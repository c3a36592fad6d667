/**
 * What is known about every built-in kind from its server's own description, in a small form for programs. `npm run import`
 * writes it to `imports/kubernetes/table.json`.
 *
 * Guarantees: what breaks the table is refused when an object is created. So it says less than the description where the server
 * is more lenient than that: about fields that it takes for zero, and about the values of everything below a field that it ignores.
 */
export interface SchemaTable {
  /** The version of Kubernetes, such as `1.35`. */
  readonly kubernetes: string;
  /** By apiVersion and kind: `apps/v1/Deployment`. */
  readonly kinds: Readonly<Record<string, SchemaKind>>;
  /** By the names that the types have: `PodSpec`. */
  readonly definitions: Readonly<Record<string, SchemaDefinition>>;
}

export interface SchemaKind {
  /** The definition of its objects. */
  readonly definition: string;
  /** Its name in a URL and in an RBAC rule: `deployments`. */
  readonly resource: string;
  readonly namespaced: boolean;
  /** What a URL and an RBAC rule may name below the resource: `scale`, `status`. */
  readonly subresources?: readonly string[];
}

/** An object that has these fields and no others. `apiVersion` and `kind` of a kind are among them, but not required. */
export interface SchemaDefinition {
  readonly fields: Readonly<Record<string, TypeCode | SchemaField>>;
  /** The fields without which no object is created. A server may want more than these, by rules that it does not describe. */
  readonly required?: readonly string[];
  /** Server-side apply gives it one owner as a whole. */
  readonly atomic?: true;
}

/** A field that needs more words than its type. */
export interface SchemaField {
  readonly type: TypeCode;
  /** The values that its string, or the strings in its array or map, may have. `''` is among them where it stands for nothing. */
  readonly enum?: readonly string[];
  /** The fields by which server-side apply tells the items of its array apart; it refuses two that are alike in them. */
  readonly keys?: readonly string[];
  /** For server-side apply, the items of its array are a set. An array with neither this nor `keys` has one owner as a whole. */
  readonly set?: true;
  /** What the server fills in, as far as its description says so. */
  readonly default?: unknown;
  /** As in SchemaDefinition, of a map or an object. */
  readonly atomic?: true;
  /** The server drops its value, or never looks at it. It still refuses an unknown field there, and a value of another type. */
  readonly ignored?: true;
}

/**
 * A type in a few letters:
 * - a {@link Scalar}: `string`, `int32`, `quantity`;
 * - the name of a definition, which begins with a capital letter: `PodSpec`;
 * - one of these and `[]` for an array, `{}` for a map of it, read from the left: `string[]{}` is a map of arrays of strings;
 * - several of these with `|` between them, one of which must hold: `JSONSchemaProps|boolean`. Before `[]` or `{}` they are in
 *   parentheses: `(JSONSchemaProps|string[]){}`. The server does not notice unknown fields anywhere below such a value.
 */
export type TypeCode = string;

/**
 * The types that are no definition. `bytes` is base64 with its padding; `time` is RFC 3339, `micro-time` with exactly six decimals
 * of a second; `int-or-percent` is a count or `25%`; `object` has fields that nobody describes; `any` is any value.
 */
export type Scalar =
  | 'any'
  | 'boolean'
  | 'bytes'
  | 'int-or-percent'
  | 'int-or-string'
  | 'int32'
  | 'int64'
  | 'micro-time'
  | 'number'
  | 'object'
  | 'quantity'
  | 'string'
  | 'time';
