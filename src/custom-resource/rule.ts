import type { z } from 'zod';
import { fieldsIn } from '../crd/field-path';
import type { JSONSchemaProps, ValidationRule } from '../manifest/kubernetes';
import { Problems } from '../props/problem';
import { checkShape, fields, such, test, text } from '../props/shape';
import { withTwin } from './cel-rules';
import { marked, refuse } from './mark';

/** A rule in CEL, the language in which the API server evaluates rules. */
export interface ServerRule extends Omit<ValidationRule, 'rule'> {
  /** CEL, in which `self` is the value: `'self.min <= self.max'`. */
  readonly rule: string;
  /** What to say to whoever breaks it: `'min must not be greater than max'`. @default the rule itself */
  readonly message?: string;
}

/** A rule in CEL and the same in JavaScript. */
export interface Rule<T> extends ServerRule {
  readonly message: string;
  /** Whether a value, with its defaults, keeps the rule. It is asked only of values of the right type, and never of undefined or null. */
  readonly check: (value: NonNullable<T>) => boolean;
}

/**
 * A schema with a rule that types cannot say, written twice: in CEL for the API server, in JavaScript for the construct and the parser.
 *
 * @throws InvalidPropsError for a rule without its `rule`, `check` or `message`
 * @example
 * const window = rule(z.object({ min: z.int(), max: z.int() }), {
 *   rule: 'self.min <= self.max',
 *   check: ({ min, max }) => min <= max,
 *   message: 'min must not be greater than max',
 * });
 */
export function rule<S extends z.ZodType>(schema: S, { check, ...validation }: Rule<z.output<S>>): S {
  const problems = new Problems();
  checkShape(problems, { ...validation, check }, RULE);
  problems.throwIfAny('rule');
  return marked(schema, ruleMark([withTwin(validation)]), (payload) => {
    const { value } = payload;
    if (value === undefined || value === null || check(value)) return;
    refuse(payload, validation.message, fieldsIn(validation.fieldPath ?? ''));
  });
}

/**
 * A schema with rules in CEL alone. The construct and the parser evaluate them as the API server does, which takes longer than a twin;
 * those about the object as it was (`oldSelf`) only the API server can evaluate.
 *
 * @example
 * const size = serverRule(z.int(), { rule: 'self >= oldSelf', message: 'a volume cannot shrink' });
 */
export function serverRule<S extends z.ZodType>(schema: S, ...validations: readonly ServerRule[]): S {
  return marked(schema, ruleMark(validations));
}

const RULE = fields(
  { rule: such(text, '"self.min <= self.max"'), check: test, message: text },
  '{ rule: "self.min <= self.max", check: ({ min, max }) => min <= max, message: "..." }',
  ['rule', 'check', 'message'],
);

function ruleMark(validations: readonly ValidationRule[]): { readonly add: JSONSchemaProps } {
  return { add: { 'x-kubernetes-validations': validations } };
}
