import type { JSONSchemaProps } from '../manifest/kubernetes';
import { canonical } from './canonical';
import { jsonProblems, unnamedFieldProblems } from './json-value';
import { own } from './own';
import { onlySchema } from './only-schema';
import { collect, NONE, problem, show, type ValueProblem } from './value-problem';
import type { Place, RuleOf, ValueRule } from './value-rule';

/** What a schema asks of a list: of its items, of their number, and that those of a set or a map differ. */
export function arrayRule(schema: JSONSchemaProps, place: Place, ruleOf: RuleOf): ValueRule {
  const minItems = schema.minItems ?? 0;
  const maxItems = schema.maxItems ?? Infinity;
  const itemRule = itemRuleOf(schema, place, ruleOf);
  const duplicatesOf = place === 'clause' ? undefined : duplicateRule(schema);
  return (value) => {
    const items = value as readonly unknown[];
    let problems: ValueProblem[] | undefined;
    let broken: Set<number> | undefined;
    if (items.length < minItems)
      problems = collect(problems, '', problem(`has ${count(items)}: give at least ${minItems}`));
    if (items.length > maxItems)
      problems = collect(problems, '', problem(`has ${count(items)}: give at most ${maxItems}`));
    for (let index = 0; itemRule !== undefined && index < items.length; index++) {
      const found = itemRule(items[index]);
      if (found.length === 0) continue;
      problems = collect(problems, `[${index}]`, found);
      (broken ??= new Set()).add(index);
    }
    if (duplicatesOf !== undefined) problems = collect(problems, '', duplicatesOf(items, broken));
    return problems ?? NONE;
  };
}

function count(items: readonly unknown[]): string {
  return items.length === 1 ? '1 item' : `${items.length} items`;
}

function itemRuleOf(schema: JSONSchemaProps, place: Place, ruleOf: RuleOf): ValueRule | undefined {
  const items = onlySchema(schema.items);
  if (place === 'clause') return items && ruleOf(items, 'clause');
  const keepsUnknown = place === 'kept' || schema['x-kubernetes-preserve-unknown-fields'] === true;
  if (items === undefined) return keepsUnknown ? jsonProblems : unnamedFieldProblems;
  return ruleOf(items, keepsUnknown ? 'kept' : 'field');
}

/** @param broken the items with problems of their own, which are compared with no other: they need not even be JSON */
type DuplicateRule = (items: readonly unknown[], broken: ReadonlySet<number> | undefined) => readonly ValueProblem[];

/** `x-kubernetes-list-type`: no item twice in a set, no two items with the same keys in a map. */
function duplicateRule(schema: JSONSchemaProps): DuplicateRule | undefined {
  const listType = schema['x-kubernetes-list-type'];
  if (listType === 'set')
    return duplicates(
      (item) => item,
      (item, first) => `is ${inSet(item)} as [${first}]: give it once`,
    );
  if (listType !== 'map') return undefined;
  const keys = schema['x-kubernetes-list-map-keys'] ?? [];
  return duplicates(
    (item) => keys.map((key) => own(item as Readonly<Record<string, unknown>> | null, key)),
    (values, first) => {
      const same = keys.map((key, index) => `${key} ${show(values[index])}`);
      return `has the same ${same.join(' and ')} as [${first}]: give it another`;
    },
  );
}

function inSet(item: unknown): string {
  return typeof item === 'object' ? 'the same' : `the same ${show(item)}`;
}

function duplicates<T>(identify: (item: unknown) => T, phrase: (identity: T, first: number) => string): DuplicateRule {
  return (items, broken) => {
    let problems: ValueProblem[] | undefined;
    const firsts = new Map<string, number>();
    for (const [index, item] of items.entries()) {
      if (broken?.has(index)) continue;
      const identity = identify(item);
      const text = canonical(identity);
      const first = firsts.get(text);
      if (first === undefined) firsts.set(text, index);
      else problems = collect(problems, `[${index}]`, problem(phrase(identity, first)));
    }
    return problems ?? NONE;
  };
}
