import type { JSONSchemaProps } from '../manifest/kubernetes';
import { isFields } from '../values/fields';
import { arrayRule } from './array-rule';
import { asChecked, type Creation } from './defaults';
import { type JunctorRule, junctorRule } from './junctor-rule';
import { objectRule, unknownField } from './object-rule';
import { enumRule, first, numberRule, stringRule } from './scalar-rules';
import { unknownFields } from './unknown-fields';
import { NONE, problem, type ValueProblem } from './value-problem';
import type { Place, RuleOf, ValueRule } from './value-rule';
import { describe, isNearlyWhole, takes, typeOf, whatFits, type ValueType } from './value-type';

export type { ValueProblem } from './value-problem';

/**
 * Everything for which the API server of Kubernetes 1.35 refuses a value under a schema of a CRD, with strict field validation; an empty
 * list when it takes the value. It checks what is left after `pruneNulls`, with what `applyDefaults` fills in. For a whole custom
 * resource there is `checkResource`.
 *
 * Guarantees: it never throws, and does not change the value, which may be anything. One of 50 fields takes some 10 microseconds, from
 * the second on.
 *
 * Assumptions: the schema is one that the API server takes, and is not changed later.
 *
 * Caveats: rules in CEL (`x-kubernetes-validations`) are for `checkRules`, and only when nothing else is wrong. Patterns that JavaScript cannot run are not checked: see `uncheckedPatterns`.
 *
 * @example checkValue({ type: 'array', items: { type: 'integer', minimum: 1 } }, [1, 0]) // [{ path: '[1]', phrase: 'is 0: give at least 1' }]
 */
export function checkValue(schema: JSONSchemaProps, value: unknown): readonly ValueProblem[] {
  return checkSeen(schema, value, (seen) => ruleOf(schema, 'field')(seen));
}

/**
 * The same for a whole custom resource, by the schema of its version. So `apiVersion`, `kind` and `metadata` are known, and are checked
 * by the rules that all resources have.
 */
export function checkResource(
  schema: JSONSchemaProps,
  manifest: unknown,
  creation: Creation = {},
): readonly ValueProblem[] {
  const problems = checkSeen(schema, manifest, (seen) => ruleOf(schema, 'root')(seen), creation);
  const status = creation.dropsStatus && isFields(manifest) ? manifest['status'] : undefined;
  // Of what is dropped, the server has read the names of the fields.
  return status === undefined ? problems : [...problems, ...safely(() => unknownProblems(schema, { status }))];
}

function unknownProblems(schema: JSONSchemaProps, value: unknown): readonly ValueProblem[] {
  return unknownFields(schema, value).map(({ path, name, known }) => ({
    path,
    phrase: unknownField(known)(name).phrase,
  }));
}

/** The same for a value that stays as it is, without its nulls dropped and defaults filled in: a default itself. */
export function checkValueAsIs(schema: JSONSchemaProps, value: unknown): readonly ValueProblem[] {
  return safely(() => ruleOf(schema, 'field')(value));
}

/** What another rule says of a value as the API server reads it: without the nulls that it drops, and with its defaults. */
export function checkSeen(
  schema: JSONSchemaProps,
  value: unknown,
  rule: (seen: unknown) => readonly ValueProblem[],
  creation?: Creation,
): readonly ValueProblem[] {
  return safely(() => rule(asChecked(schema, value, creation)));
}

function safely(find: () => readonly ValueProblem[]): readonly ValueProblem[] {
  try {
    const problems = find();
    return problems.length === 0
      ? NONE
      : problems.map(({ path, phrase }) => ({ path: path.replace(/^\./, ''), phrase }));
  } catch (error) {
    // Only a schema of thousands of levels takes more stack than there is.
    if (!(error instanceof RangeError)) throw error;
    return problem('is nested too deep to be checked, and so is its schema: make both flatter');
  }
}

const RULES: Readonly<Record<Place, WeakMap<JSONSchemaProps, ValueRule>>> = {
  root: new WeakMap(),
  field: new WeakMap(),
  kept: new WeakMap(),
  clause: new WeakMap(),
};

const ruleOf: RuleOf = (schema, place) => {
  const known = RULES[place].get(schema);
  if (known !== undefined) return known;
  let made: ValueRule | undefined;
  const rule: ValueRule = (value) => (made ??= makeRule(schema, place))(value);
  RULES[place].set(schema, rule);
  return rule;
};

/** One rule for each type that a value may have: which of them a schema takes does not depend on the value. */
function makeRule(schema: JSONSchemaProps, place: Place): ValueRule {
  const listed = enumRule(schema);
  const junctors = junctorRule(schema, ruleOf);
  const mismatch: ValueRule = (value) => problem(`is ${describe(value)}: give ${whatFits(schema)}`);
  const ifTaken = (type: ValueType, make: () => ValueRule) => (takes(schema, type) ? make() : mismatch);
  const scalar = (rule?: ValueRule) => first([listed, rule, junctors && ((value) => junctors(value, NONE))]);
  const container = (rule: ValueRule) => first([listed, junctors === undefined ? rule : both(rule, junctors)]);
  const number = scalar(numberRule(schema));
  const whole: ValueRule = (value) => (isNearlyWhole(value as number) ? number(value) : mismatch(value));
  const rules: Readonly<Record<ValueType, ValueRule>> = {
    none: (value) => problem(`is ${describe(value)}, which JSON has not: give ${whatFits(schema)}`),
    null: ifTaken('null', () => first([listed])),
    boolean: ifTaken('boolean', () => scalar()),
    integer: ifTaken('integer', () => number),
    number: ifTaken('number', () => number),
    string: ifTaken('string', () => scalar(stringRule(schema))),
    array: ifTaken('array', () => container(arrayRule(schema, place, ruleOf))),
    object: ifTaken('object', () => container(objectRule(schema, place, ruleOf))),
  };
  const isWhole = !takes(schema, 'number') && takes(schema, 'integer');
  const all = isWhole ? { ...rules, number: whole } : rules;
  return (value) => all[typeOf(value)](value);
}

/** What is wrong with a list or an object, and what junctors have against it besides that. */
function both(rule: ValueRule, junctors: JunctorRule): ValueRule {
  return (value) => {
    const problems = rule(value);
    const more = junctors(value, problems);
    return more.length === 0 ? problems : [...problems, ...more];
  };
}
