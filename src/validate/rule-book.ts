import { push } from '../values/push';
import { checkValue } from './check-field';
import type { Occurrence, Occurrences } from './occurrences';
import type { Refer } from './reference';
import type { AnyRule, AppRule, Area, Context, FieldRule, ObjectRule, Referrer, Report, Rule, Selective } from './rule';
import type { FieldVisitor, Visitor, Visitors } from './visitors';

/** What rules are told of the object that is looked at, and whom they tell what they find. */
export interface Reader {
  readonly context: Context;
  readonly refer: Refer;
  reportOf(rule: AnyRule): Report;
}

/** All rules, by what they are about. The lists grow: an area of rules is loaded when what it is about is first met. */
export interface RuleBook extends Visitors {
  /** About every object. */
  readonly onObjects: readonly Visitor[];
  readonly onApp: readonly AppVisitor[];
}

export interface AppVisitor {
  readonly rule: AppRule;
  /** As in {@link Visitor}. */
  readonly needs: readonly Occurrence[] | undefined;
}

/** Opens the book of the rules of some areas. */
export function openRuleBook(areas: readonly Area[], reader: Reader, occurrences: Occurrences): RuleBook {
  const byDefinition = new Map<string, Visitor[]>();
  const byField = new Map<string, FieldRule[]>();
  const onObjects: Visitor[] = [];
  const onApp: AppVisitor[] = [];
  /** Areas that are not loaded yet, by what they are about. */
  const waiting = new Map<string, Set<Area>>();

  function addRule(rule: AnyRule): void {
    if ('fields' in rule) for (const name of rule.fields) push(byField, name, rule);
    else if (isAppRule(rule)) onApp.push({ rule, needs: neededBy(rule) });
    else if (isObjectRule(rule)) onObjects.push(visitorOf(rule));
    else addVisitor(rule.on, visitorOf(rule));
  }

  function addReferrer(referrer: Referrer): void {
    addVisitor(referrer.on, {
      visit: (value, at) => {
        referrer.refer(value, at, reader.refer);
      },
      needs: neededBy(referrer),
    });
  }

  function addVisitor(on: string | readonly string[], visitor: Visitor): void {
    for (const name of typeof on === 'string' ? [on] : on) push(byDefinition, name, visitor);
  }

  function visitorOf(rule: Rule | ObjectRule): Visitor {
    const report = reader.reportOf(rule);
    const check = rule.check.bind(rule);
    return {
      visit: (value, at) => {
        // The table says that the values have the type which the rule asks for.
        check(value as never, at, report, reader.context);
      },
      needs: neededBy(rule),
    };
  }

  function fieldVisitorOf(rule: FieldRule): FieldVisitor {
    const report = reader.reportOf(rule);
    const problem = (value: unknown): string | undefined => rule.problem(value, reader.context);
    return (value, parent, step) => {
      checkValue(report, parent, step, value, problem);
    };
  }

  function neededBy({ needs }: Selective): readonly Occurrence[] | undefined {
    return needs?.map((name) => occurrences.of(name));
  }

  for (const area of areas) {
    area.referrers?.forEach(addReferrer);
    if (area.needs === undefined) area.rules().forEach(addRule);
    else for (const name of area.needs) waiting.set(name, (waiting.get(name) ?? new Set<Area>()).add(area));
  }

  /** Loads what is about a definition or a field, which is met for the first time. */
  function meet(name: string): void {
    for (const area of waiting.get(name) ?? []) {
      const rules = area.rules();
      area.needs?.forEach((other) => waiting.get(other)?.delete(area));
      rules.forEach(addRule);
    }
  }

  return {
    onObjects,
    onApp,
    of: (definition) => {
      meet(definition);
      let found = byDefinition.get(definition);
      if (found === undefined) byDefinition.set(definition, (found = []));
      return found;
    },
    ofField: (name) => {
      meet(name);
      return (byField.get(name) ?? []).map(fieldVisitorOf);
    },
  };
}

function isAppRule(rule: AnyRule): rule is AppRule {
  return 'on' in rule && rule.on === 'the whole app';
}

function isObjectRule(rule: AnyRule): rule is ObjectRule {
  return 'on' in rule && rule.on === 'every object';
}
