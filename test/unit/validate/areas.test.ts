import type { AnyRule } from '../../../src/validate/rule';
import { AREAS } from '../../../src/validate/rules/table';

/** The definitions and fields of which there is one where a rule has something to say. */
function neededBy(rule: AnyRule): readonly string[] {
  if ('fields' in rule) return rule.fields.map((field) => field.replace(/(\[\]|\{\})$/, ''));
  return rule.needs ?? (typeof rule.on === 'string' ? [rule.on] : rule.on);
}

// Otherwise a value would have been checked without the rules before they are loaded, or they would be loaded for nothing.
test.each(AREAS.flatMap(({ title, needs, rules }) => (needs ? [{ title, needs, rules }] : [])))(
  'the rules of "$title" are loaded with the first that they are about',
  ({ needs, rules }) => {
    const all = rules().flatMap(neededBy);
    // A field is met after the definition that it is part of.
    const isOf = (need: string, name: string): boolean => name === need || name.startsWith(`${need}.`);
    const missing = all.filter((name) => !needs.some((need) => isOf(need, name)));
    const idle = needs.filter((need) => !all.some((name) => isOf(need, name)));
    expect({ missing, idle }).toEqual({ missing: [], idle: [] });
    expect(needs).toEqual([...new Set(needs)].sort());
  },
);
