import type { JSONSchemaProps } from '../manifest/kubernetes';
import type { ValueProblem } from './value-problem';

/** What is wrong with a value; nothing, for most. */
export type ValueRule = (value: unknown) => readonly ValueProblem[];

/**
 * Where a schema stands, which decides what is asked of a value besides what the schema says:
 * - `root`: it is that of a whole custom resource, which has `apiVersion`, `kind` and `metadata`;
 * - `field`: fields that it does not name are refused, and duplicates in its sets and maps;
 * - `kept`: the same, but it is below a list that keeps fields without a name;
 * - `clause`: neither. It is in allOf, anyOf, oneOf or not, or says more of metadata.
 */
export type Place = 'root' | 'field' | 'kept' | 'clause';

/** The rule of a schema at a place. It is made when it is first asked. */
export type RuleOf = (schema: JSONSchemaProps, place: Place) => ValueRule;
