import type { Fields } from '../values/fields';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { own } from './own';
import { sameJson } from '../values/same-json';
import { besides, collect, fieldStep, NONE, problem, show, showChoice, type ValueProblem } from './value-problem';
import type { RuleOf, ValueRule } from './value-rule';
import { typeOf } from './value-type';

/** @param told what is known to be wrong with the value. A clause that has nothing else against it says nothing. */
export type JunctorRule = (value: unknown, told: readonly ValueProblem[]) => readonly ValueProblem[];

/** `allOf`, `anyOf`, `oneOf` and `not`; undefined when a schema has none of them. */
export function junctorRule(schema: JSONSchemaProps, ruleOf: RuleOf): JunctorRule | undefined {
  const choices = [anyRule(schema, ruleOf), oneRule(schema, ruleOf), notRule(schema, ruleOf)];
  const given = [...clauseRules(schema.allOf, ruleOf), ...choices.filter((rule) => rule !== undefined)];
  if (given.length === 0) return undefined;
  return (value, told) => {
    let problems: ValueProblem[] | undefined;
    for (const rule of given) {
      problems = collect(problems, '', besides([...told, ...(problems ?? [])], rule(value, told)));
      // A scalar is one mistake, whatever it breaks.
      if (problems !== undefined && typeof value !== 'object') break;
    }
    return problems ?? NONE;
  };
}

type Clauses = readonly (JSONSchemaProps | null)[];

function clauseRules(clauses: Clauses | null | undefined, ruleOf: RuleOf): readonly ValueRule[] {
  return (clauses ?? []).map((clause) => ruleOf(clause ?? {}, 'clause'));
}

function anyRule({ anyOf }: JSONSchemaProps, ruleOf: RuleOf): JunctorRule | undefined {
  if (!anyOf?.length) return undefined;
  const rules = clauseRules(anyOf, ruleOf);
  const noneFits = noneRule(anyOf, 'anyOf');
  return (value, told) => {
    const found: (readonly ValueProblem[])[] = [];
    for (const rule of rules) {
      const problems = rule(value);
      if (problems.length === 0) return NONE;
      found.push(problems);
    }
    return noneFits(value, told, found);
  };
}

function oneRule({ oneOf }: JSONSchemaProps, ruleOf: RuleOf): JunctorRule | undefined {
  if (!oneOf?.length) return undefined;
  const rules = clauseRules(oneOf, ruleOf);
  const noneFits = noneRule(oneOf, 'oneOf');
  return (value, told) => {
    const found = rules.map((rule) => rule(value));
    const fitting = found.flatMap((problems, index) => (problems.length === 0 ? [index] : []));
    if (fitting.length === 1) return NONE;
    return fitting.length === 0 ? noneFits(value, told, found) : problem(tooMany(oneOf, fitting));
  };
}

function tooMany(clauses: Clauses, fitting: readonly number[]): string {
  const fields = fitting.map((index) => onlyField(clauses[index]));
  if (fields.every((field) => field !== undefined))
    return `has ${fields.map(show).join(' and ')}: give only one of them`;
  const numbers = fitting.map((index) => index + 1).join(' and ');
  return `fits numbers ${numbers} of the ${clauses.length} alternatives of oneOf: change it so that only one fits`;
}

/** What to say when no alternative fits, by what each of them has against the value. */
type NoneFits = (
  value: unknown,
  told: readonly ValueProblem[],
  found: readonly (readonly ValueProblem[])[],
) => readonly ValueProblem[];

function noneRule(clauses: Clauses, name: 'anyOf' | 'oneOf'): NoneFits {
  const fields = clauses.map(onlyField);
  const switchField = discriminator(clauses);
  return (value, told, found) => {
    const untold = found.map((problems) => besides(told, problems));
    const [only] = untold;
    if (untold.some((problems) => problems.length === 0)) return NONE;
    if (untold.length === 1 && only !== undefined) return only;
    if (fields.every((field) => field !== undefined)) {
      return problem(
        `has none of ${fields.map(show).join(', ')}: give ${name === 'anyOf' ? 'at least ' : ''}one of them`,
      );
    }
    const chosen = switchField && alternativeBy(switchField, value, untold);
    if (chosen !== undefined) return chosen;
    const closest = Math.min(...untold.map((problems) => problems.length));
    const number = untold.findIndex((problems) => problems.length === closest);
    const [reason] = untold[number] ?? [];
    const what = reason && `${reason.path.replace(/^\./, '') || 'it'} ${reason.phrase}`;
    return problem(
      `fits none of the ${clauses.length} alternatives of ${name}; for number ${number + 1}, ${what ?? ''}`,
    );
  };
}

/** The field that a clause asks for, when it asks for nothing else. */
function onlyField(clause: JSONSchemaProps | null | undefined): string | undefined {
  const [field, more] = clause?.required ?? [];
  return more === undefined && Object.keys(clause ?? {}).length === 1 ? field : undefined;
}

/** A field by whose value the alternatives are told apart, such as `type`. */
interface Discriminator {
  readonly field: string;
  /** The values of each alternative. */
  readonly values: readonly (readonly unknown[])[];
}

function discriminator(clauses: Clauses): Discriminator | undefined {
  for (const field of Object.keys(clauses[0]?.properties ?? {})) {
    const enums = clauses.map((clause) => own(clause?.properties, field)?.enum);
    if (enums.every((each) => each !== undefined && each.length > 0)) {
      return { field, values: enums.map((each) => each ?? []) };
    }
  }
  return undefined;
}

/** What the alternative of the value says, or that it has no alternative; undefined when nothing hangs on the field. */
function alternativeBy(
  { field, values }: Discriminator,
  value: unknown,
  untold: readonly (readonly ValueProblem[])[],
): readonly ValueProblem[] | undefined {
  const given = typeOf(value) === 'object' ? own(value as Fields, field) : undefined;
  const chosen = untold.find((_, index) => values[index]?.some((each) => sameJson(each, given, () => false)));
  const path = fieldStep(field);
  if (chosen !== undefined || !untold.every((problems) => problems.some((each) => each.path === path))) return chosen;
  const fact = given === undefined ? 'is missing' : `is ${show(given)}`;
  const choice = new Set(values.flat().map((each) => JSON.stringify(each)));
  return problem(`${fact}: give ${showChoice([...choice])}`, path);
}

function notRule({ not }: JSONSchemaProps, ruleOf: RuleOf): JunctorRule | undefined {
  if (not == null) return undefined;
  const rule = ruleOf(not, 'clause');
  const fields = (onlyAnyOf(not) ?? [not]).map(onlyField);
  return (value) => {
    if (rule(value).length > 0) return NONE;
    const given = fields.filter(
      (field) => field !== undefined && typeOf(value) === 'object' && own(value as Fields, field) !== undefined,
    );
    const isAboutFields = given.length > 0 && fields.every((field) => field !== undefined);
    if (!isAboutFields) return problem(`is ${show(value)}, which "not" rules out: give another value`);
    return given.flatMap((field) => problem('does not go with the rest: leave it out', fieldStep(field ?? '')));
  };
}

function onlyAnyOf(schema: JSONSchemaProps): Clauses | undefined {
  return Object.keys(schema).length === 1 ? schema.anyOf : undefined;
}
