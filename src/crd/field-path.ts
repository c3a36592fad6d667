import type { JSONSchemaProps } from '../manifest/kubernetes';
import { own } from './own';
import { suggest } from './suggest';
import { onlySchema } from './only-schema';

export type FieldPathResult =
  /** What is at the path; undefined for a value of a map of which nothing is said. */
  | { readonly schema: JSONSchemaProps | undefined }
  /** Continues `<path> "<field path>" `. */
  | { readonly problem: string };

/**
 * Follows a path of fields, such as `.spec.replicas` or `.labels['a.b']`, which a rule and a selectable field name. It has no indexes: no
 * item of a list can be named. The grammar is that of `ValidFieldPath` of Kubernetes 1.35.
 *
 * @param brackets whether `['a.b']` is allowed
 */
export function followFieldPath(root: JSONSchemaProps, path: string, brackets: boolean): FieldPathResult {
  const tokens = tokensOf(path);
  let schema: JSONSchemaProps | undefined = root;
  for (let at = 0; at < tokens.length;) {
    const opener = tokens[at] ?? '';
    const token = tokens[at + 1];
    if (opener !== '.' && opener !== '[') {
      return {
        problem: at === 0 ? `does not begin with ".": write ".${path}"` : `has "${opener}" where "." should be`,
      };
    }
    if (opener === '[' && !brackets)
      return { problem: 'has "[": only fields of objects can be named, with "." before each' };
    if (token === undefined) return { problem: 'ends too early: name a field' };
    const field = opener === '.' ? token : quoted(token);
    if (field === undefined)
      return { problem: `has ${token} in brackets: name a field in single quotes, such as ['a.b']` };
    if (opener === '[' && tokens[at + 2] !== ']')
      return { problem: 'has a "[" that is not closed: write "]" after the quotes' };
    if (schema === undefined)
      return { problem: `goes on after a value of which nothing is said: declare its properties` };
    const next: FieldPathResult = child(schema, field);
    if ('problem' in next) return next;
    schema = next.schema;
    at += opener === '.' ? 2 : 3;
  }
  return { schema };
}

/**
 * The names in a path of fields that is right.
 *
 * @example fieldsIn(".spec['a.b']") // ['spec', 'a.b']
 */
export function fieldsIn(path: string): readonly string[] {
  return tokensOf(path).flatMap((token) => (DELIMITERS.has(token) ? [] : (quoted(token) ?? token)));
}

const DELIMITERS: ReadonlySet<string> = new Set(['.', '[', ']']);

function child(schema: JSONSchemaProps, field: string): FieldPathResult {
  const names = Object.keys(schema.properties ?? {});
  if (names.length > 0) {
    const found = own(schema.properties, field);
    if (found !== undefined) return { schema: found ?? {} };
    return { problem: `names ${JSON.stringify(field)}, which is not declared: ${suggest(field, names, 'declare it')}` };
  }
  const isMap = schema.additionalProperties !== undefined && schema.additionalProperties !== null;
  if (isMap) return { schema: onlySchema(schema.additionalProperties) };
  return { problem: `names ${JSON.stringify(field)} in what has no fields: end before it` };
}

/** The delimiters, what is in single quotes, and the names between them. */
function tokensOf(path: string): readonly string[] {
  return path.match(/'(?:[^']|(?<=\\)')*(?<!\\)'|'.*|[.[\]]|[^.[\]]+/gs) ?? [];
}

/** What is in single quotes, or undefined when it is not. */
function quoted(token: string): string | undefined {
  const [, text] = /^'(.*)'$/s.exec(token) ?? [];
  if (text?.match(/\\./gs)?.every((escape) => escape in ESCAPES) === false) return undefined;
  return text?.replace(/\\./gs, (escape) => ESCAPES[escape] ?? '');
}

const ESCAPES: Readonly<Record<string, string>> = {
  ...{ '\\a': '\x07', '\\b': '\b', '\\f': '\f', '\\n': '\n', '\\r': '\r', '\\t': '\t', '\\v': '\v' },
  ...{ "\\'": "'", '\\\\': '\\' },
};
