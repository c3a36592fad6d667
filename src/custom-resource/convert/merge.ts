import type { JSONSchemaProps } from '../../manifest/kubernetes';
import { equalJson } from '../../values/same-json';

type Words = Readonly<Record<string, unknown>>;

/** Both schemas in one, so that a value must fit both. What both say and say differently, the second says in `allOf`. */
export function merge(base: JSONSchemaProps, add: JSONSchemaProps): JSONSchemaProps {
  const [said, more] = [base as Words, add as Words];
  const clash = Object.keys(more).filter(
    (word) => CLAUSES.includes(word) && boundsOf(word).some((bound) => clashes(said[bound], more[bound])),
  );
  const clause = Object.fromEntries(clash.map((word) => [word, more[word]]));
  const rest = Object.fromEntries(Object.entries(more).filter(([word]) => !clash.includes(word)));
  const lists = {
    required: [...new Set([...(base.required ?? []), ...(add.required ?? [])])],
    allOf: [...(base.allOf ?? []), ...(add.allOf ?? []), ...(clash.length > 0 ? [clause] : [])],
    'x-kubernetes-validations': [
      ...(base['x-kubernetes-validations'] ?? []),
      ...(add['x-kubernetes-validations'] ?? []),
    ],
  };
  const filled = Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
  return { ...base, ...rest, ...filled };
}

/** A bound and whether it is exclusive stay together. */
function boundsOf(word: string): readonly string[] {
  return BOUNDS.find((bounds) => bounds.includes(word)) ?? [word];
}

const BOUNDS: readonly (readonly string[])[] = [
  ['minimum', 'exclusiveMinimum'],
  ['maximum', 'exclusiveMaximum'],
];

function clashes(said: unknown, more: unknown): boolean {
  return said !== undefined && more !== undefined && !equalJson(said, more);
}

/** Of these a schema says one, and a clause of `allOf` can say another. */
const CLAUSES: readonly string[] = [
  'anyOf',
  'enum',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'not',
  'oneOf',
  'pattern',
];
