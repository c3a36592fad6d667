import { didYouMean } from '../values/did-you-mean';
import type { Fields } from '../values/fields';
import type { JSONSchemaProps } from '../manifest/kubernetes';
import { onlySchema } from './only-schema';
import { jsonProblems, unnamedFieldProblems } from './json-value';
import { own } from './own';
import { resourceRule } from './resource-rule';
import { META_FIELDS } from './schema-walk';
import { besides, collect, fieldStep, NONE, problem, show, showChoice, type ValueProblem } from './value-problem';
import type { Place, RuleOf, ValueRule } from './value-rule';
import { typeOf, whatFits } from './value-type';

/** What a schema asks of an object: of its fields, which of them there must be, and of their number. */
export function objectRule(schema: JSONSchemaProps, place: Place, ruleOf: RuleOf): ValueRule {
  const required = schema.required ?? [];
  const minProperties = schema.minProperties ?? 0;
  const maxProperties = schema.maxProperties ?? Infinity;
  const isResource = place === 'root' || (place !== 'clause' && schema['x-kubernetes-embedded-resource'] === true);
  const ownRules = fieldRules(schema, place, ruleOf);
  const metaRules = new Map(isResource ? META_FIELDS.map((field) => [field, metaRule(schema, field, ruleOf)]) : []);
  const rules = new Map([...ownRules, ...metaRules]);
  const otherRule = otherRuleOf(schema, place, ruleOf);
  const resource = isResource ? resourceRule(place === 'root', ruleOf) : undefined;
  const unknown = unknownField([...rules.keys()]);
  return (value) => {
    const fields = value as Fields;
    let problems: ValueProblem[] | undefined;
    let meant: string[] | undefined;
    let count = 0;
    for (const key of Object.keys(fields)) {
      const field = fields[key];
      if (field === undefined) continue;
      count++;
      const rule = rules.get(key) ?? otherRule;
      if (rule !== undefined) {
        const found = rule(field);
        if (found.length > 0) problems = collect(problems, fieldStep(key), found);
        continue;
      }
      const { phrase, guess } = unknown(key);
      problems = collect(problems, fieldStep(key), problem(phrase));
      if (guess !== undefined) (meant ??= []).push(guess);
    }
    for (const key of required) {
      // Who misspells a field has not forgotten it.
      if (own(fields, key) !== undefined || meant?.includes(key)) continue;
      problems = collect(
        problems,
        fieldStep(key),
        problem(`is missing: give ${whatFits(own(schema.properties, key))}`),
      );
    }
    if (count < minProperties)
      problems = collect(problems, '', problem(`has ${fieldsOf(count)}: give at least ${minProperties}`));
    if (count > maxProperties)
      problems = collect(problems, '', problem(`has ${fieldsOf(count)}: give at most ${maxProperties}`));
    if (resource !== undefined) problems = collect(problems, '', besides(problems ?? NONE, resource(fields)));
    return problems ?? NONE;
  };
}

function fieldsOf(count: number): string {
  return count === 1 ? '1 field' : `${count} fields`;
}

function fieldRules(schema: JSONSchemaProps, place: Place, ruleOf: RuleOf): ReadonlyMap<string, ValueRule> {
  const below = place === 'clause' ? 'clause' : 'field';
  return new Map(Object.entries(schema.properties ?? {}).map(([key, child]) => [key, ruleOf(child ?? {}, below)]));
}

/** What a schema says of `metadata` is asked besides what the server asks of it, which knows more fields than the schema. */
function metaRule(schema: JSONSchemaProps, field: string, ruleOf: RuleOf): ValueRule {
  const said = own(schema.properties, field);
  if (said === undefined) return () => NONE;
  const rule = ruleOf(said ?? {}, 'clause');
  return field === 'metadata' ? (value) => rule(withoutEmpty(value)) : rule;
}

/** The server writes metadata anew before it looks at the schema, and leaves out what is empty. */
function withoutEmpty(metadata: unknown): unknown {
  if (typeOf(metadata) !== 'object') return metadata;
  const isEmpty = (value: unknown) => !value || (typeof value === 'object' && Object.keys(value).length === 0);
  return Object.fromEntries(Object.entries(metadata as Fields).filter(([, value]) => !isEmpty(value)));
}

/** The rule for fields that the schema does not name; undefined when there may be none. */
function otherRuleOf(schema: JSONSchemaProps, place: Place, ruleOf: RuleOf): ValueRule | undefined {
  const { additionalProperties } = schema;
  const others = onlySchema(additionalProperties);
  if (others !== undefined) return ruleOf(others, place === 'clause' ? 'clause' : 'field');
  if (additionalProperties === false) return undefined;
  if (place === 'clause') return () => NONE;
  if (additionalProperties === true) return unnamedFieldProblems;
  return place === 'kept' || schema['x-kubernetes-preserve-unknown-fields'] === true ? jsonProblems : undefined;
}

/** What is said of a field that is none of these, and which of them was meant. */
export function unknownField(
  names: readonly string[],
): (key: string) => { readonly phrase: string; readonly guess?: string } {
  return (key) => {
    const guess = didYouMean(key, names);
    if (guess !== undefined) return { phrase: `is not known: did you mean "${guess}"`, guess };
    const known = names.length === 0 ? '' : `, or use ${showChoice(names.map(show))}`;
    return { phrase: `is not known: leave it out${known}` };
  };
}
