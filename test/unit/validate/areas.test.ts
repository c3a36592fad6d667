import type { AnyRule } from '../../../src/validate/rule';
import { AREAS } from '../../../src/validate/rules/table';
import { builtInSchema } from '../../../src/validate/schema';

const schema = builtInSchema();

/** The definitions of which objects of an apiVersion consist. */
function definitionsOf(apiVersion: string): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (name: string): void => {
    const definition = schema.definition(name);
    if (!definition || found.has(name)) return;
    found.add(name);
    for (const field of Object.values(definition.fields)) {
      const type = typeof field === 'string' ? field : field.type;
      type.match(/\w+/g)?.forEach(add);
    }
  };
  for (const [kind, { definition }] of Object.entries(schema.kinds)) {
    if (kind.startsWith(`${apiVersion}/`)) add(definition);
  }
  return found;
}

const apiVersions = [...new Set(Object.keys(schema.kinds).map((kind) => kind.slice(0, kind.lastIndexOf('/'))))];
const definitions = new Map(apiVersions.map((apiVersion) => [apiVersion, definitionsOf(apiVersion)]));

/** The definitions that a rule is about, or `the whole app`. */
function subjectsOf(rule: AnyRule): readonly string[] {
  if ('fields' in rule) return rule.fields.map((field) => field.slice(0, field.indexOf('.')));
  return typeof rule.on === 'string' ? [rule.on] : rule.on;
}

// Otherwise an object of another apiVersion would have been checked without the rules before they are loaded.
test.each(AREAS.flatMap(({ title, apiVersions: own, rules }) => (own ? [{ title, own, rules }] : [])))(
  'what the rules of "$title" are about is part of the objects with which they are loaded, and of no others',
  ({ own, rules }) => {
    for (const subject of rules().flatMap(subjectsOf)) {
      const places = apiVersions.filter((apiVersion) => definitions.get(apiVersion)?.has(subject));
      expect({ subject, places: places.length }).not.toHaveProperty('places', 0);
      expect({ subject, elsewhere: places.filter((place) => !own.includes(place)) }).toEqual({
        subject,
        elsewhere: [],
      });
    }
  },
);
