import { isDeepStrictEqual } from 'node:util';
import type { JSONSchemaProps } from '../../manifest/kubernetes';
import type { Mark } from '../mark';

/** Why the CRD cannot have what helpers say of a schema, or would say it without zod. */
export function markProblem(base: JSONSchemaProps, marks: readonly Mark[]): string | undefined {
  if (marks.length === 0) return undefined;
  const wholes = marks.flatMap(({ replace }) => replace ?? []);
  const additions = marks.flatMap(({ add }) => add ?? []);
  if (wholes.length > 1) return 'has two matching() of z.unknown(): put the words of both into one';
  if (wholes.some((whole) => whole.default !== undefined))
    return 'has a default in matching(), which zod may not ask for: write .default(...) behind it';
  return unfollowedWord(base, additions) ?? contradiction([base, ...additions]);
}

function unfollowedWord(base: JSONSchemaProps, additions: readonly JSONSchemaProps[]): string | undefined {
  // Null is refused by an enum, nullable or not.
  const hasEnum = [base, ...additions].some((schema) => schema.enum);
  const words = additions.flatMap((add) => Object.keys(add));
  const word = words.find((each) => Object.hasOwn(UNFOLLOWED, each) && !(each === 'nullable' && hasEnum));
  return word === undefined
    ? undefined
    : `has "${word}" in matching(), of which zod would know nothing: ${UNFOLLOWED[word] ?? ''}`;
}

/** The words that say what a value is made of, by what to write in their place. */
export const UNFOLLOWED: Readonly<Record<string, string>> = {
  properties: 'write the fields in zod, or what more is asked of them as allOf: [{ properties: { ... } }]',
  items: 'write z.array(...), or what more is asked of the items as allOf: [{ items: { ... } }]',
  additionalProperties: 'write z.record(z.string(), ...)',
  'x-kubernetes-preserve-unknown-fields': 'write z.looseObject()',
  nullable: 'write .nullable()',
  default: 'write .default(...)',
};

/** Of these a schema says one. */
const SINGLE = ['type', 'x-kubernetes-list-type', 'x-kubernetes-list-map-keys', 'x-kubernetes-map-type'] as const;

function contradiction(schemas: readonly JSONSchemaProps[]): string | undefined {
  for (const word of SINGLE) {
    const [first, ...others] = schemas.map((schema) => schema[word]).filter((value) => value !== undefined);
    const other = others.find((each) => !isDeepStrictEqual(each, first));
    if (other !== undefined)
      return `has two values for "${word}", ${JSON.stringify(first)} and ${JSON.stringify(other)}: leave one out`;
  }
  return undefined;
}
