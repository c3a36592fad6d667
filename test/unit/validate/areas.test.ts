import type { AnyRule } from '../../../src/validate/rule';
import { AREAS } from '../../../src/validate/rules/table';

/** The definitions with the first value of which a rule has something to say. */
function definitionsOf(rule: AnyRule): readonly string[] {
  if ('fields' in rule) return rule.fields.map(ownerOf);
  return (rule.needs ?? (typeof rule.on === 'string' ? [rule.on] : rule.on)).map(ownerOf);
}

function ownerOf(field: string): string {
  return field.replace(/\..*/, '');
}

// Otherwise a value would have been checked without the rules before they are loaded, or they would be loaded for nothing.
test.each(AREAS.flatMap(({ title, definitions, rules }) => (definitions ? [{ title, definitions, rules }] : [])))(
  'the rules of "$title" are loaded with the first value that they are about',
  ({ definitions, rules }) => {
    expect(definitions).toEqual([...new Set(rules().flatMap(definitionsOf))].sort());
  },
);
