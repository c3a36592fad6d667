import { checkRules, hasRules } from '../crd/cel/check-rules';
import { onlySchema } from '../crd/only-schema';
import type { JSONSchemaProps, ValidationRule } from '../manifest/kubernetes';
import { once } from '../values/once';
import type { VersionReader } from './resource-class';

/** Rules whose twin in JavaScript is part of the zod schema. */
const twinned = new WeakSet<ValidationRule>();

/** Says that a rule need not be evaluated in CEL: its twin is quicker, and says the same. */
export function withTwin(rule: ValidationRule): ValidationRule {
  twinned.add(rule);
  return rule;
}

export type ObjectProblems = VersionReader['objectProblems'];

/**
 * What the rules in CEL say of an object that is right otherwise, and is created. Rules about its older self (`oldSelf`) are not asked.
 *
 * @param schema the root of a version's schema
 */
export function celProblems(schema: JSONSchemaProps): ObjectProblems {
  return problemsOf(() => schema);
}

/** The same without the rules that have a twin, for a resource that asks the twins. */
export function untwinnedProblems(schema: () => JSONSchemaProps): ObjectProblems {
  return problemsOf(() => withoutTwins(schema()));
}

function problemsOf(schema: () => JSONSchemaProps): ObjectProblems {
  const asked = once(() => {
    const whole = schema();
    return hasRules(whole) ? whole : undefined;
  });
  return (object, state) => {
    const rules = asked();
    if (rules === undefined) return [];
    return checkRules(rules, object(), { dropsStatus: state === 'new' }).flatMap(
      ({ verdict, path, rule, message = `breaks the rule ${rule}` }) => {
        // What cannot be evaluated here, the API server evaluates.
        if (verdict === 'skipped') return [];
        return [{ path, phrase: verdict === 'failed' ? message : `makes a rule fail: ${message}` }];
      },
    );
  };
}

/** The schema without the rules that have a twin. */
export function withoutTwins(schema: JSONSchemaProps): JSONSchemaProps {
  const { properties = {}, 'x-kubernetes-validations': rules = [] } = schema;
  const [items, others] = [onlySchema(schema.items), onlySchema(schema.additionalProperties)];
  const fields = Object.entries(properties).map(([name, field]) => [name, withoutTwins(field)] as const);
  return {
    ...schema,
    'x-kubernetes-validations': rules.filter((rule) => !twinned.has(rule)),
    ...(schema.properties && { properties: Object.fromEntries(fields) }),
    ...(items && { items: withoutTwins(items) }),
    ...(others && { additionalProperties: withoutTwins(others) }),
  };
}
