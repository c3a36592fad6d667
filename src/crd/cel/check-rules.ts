import type { JSONSchemaProps, ValidationRule } from '../../manifest/kubernetes';
import { applyDefaults, pruneNulls } from '../defaults';
import { onlySchema } from '../only-schema';
import { own } from '../own';
import { fieldStep } from '../value-problem';
import type { Program } from './compile';
import { readExpression } from './expression-problem';
import { celValue } from './schema-value';
import { UnsupportedError } from './unsupported';
import { EvaluationError, NONE, type Value } from './value';

/** What a rule says of a value. */
export interface RuleFinding {
  /** `failed` and `error` are refused; what is `skipped` could not be evaluated here. */
  readonly verdict: 'failed' | 'error' | 'skipped';
  /** Where the API server reports it: `spec.min`. */
  readonly path: string;
  readonly rule: string;
  /** What the rule says when it fails, or why there is no answer. Undefined when the rule has no message. */
  readonly message: string | undefined;
}

/**
 * Evaluates the rules in `x-kubernetes-validations` of a schema for a custom resource that is created, as the API server of Kubernetes
 * 1.35 does: with defaults, in its order, and without those that need an old object.
 *
 * Guarantees: it never throws, and does not change the manifest.
 *
 * Assumptions: the API server takes the schema, and `checkResource` has nothing against the manifest.
 *
 * Caveats: the API server also has a limit of what all rules of an object may cost. It is not counted here.
 */
export function checkRules(schema: JSONSchemaProps, manifest: unknown): readonly RuleFinding[] {
  try {
    const rules = ruleTree(schema, true);
    if (rules === undefined) return [];
    const value = withName(applyDefaults(schema, pruneNulls(schema, manifest)));
    return [...findings(rules, value, '')].map((found) => ({ ...found, path: found.path.replace(/^\./, '') }));
  } catch (error) {
    return [{ ...troubleOf(error), path: '', rule: 'true' }];
  }
}

/** Whether a schema has any rule that is asked of a new object, at whatever depth. */
export function hasRules(schema: JSONSchemaProps): boolean {
  try {
    return ruleTree(schema, true) !== undefined;
  } catch (error) {
    // Only a schema of thousands of levels takes more stack than there is.
    if (!(error instanceof RangeError)) throw error;
    return true;
  }
}

/** The rules of a schema and of the schemas in it. */
interface RuleTree {
  readonly schema: JSONSchemaProps;
  readonly isResource: boolean;
  readonly rules: readonly Rule[];
  readonly items: RuleTree | undefined;
  readonly others: RuleTree | undefined;
  readonly fields: ReadonlyMap<string, RuleTree>;
}

interface Rule {
  readonly given: ValidationRule;
  /** Undefined when it could not be read. */
  readonly program: Program | undefined;
  readonly message: Program | undefined;
  readonly problem: string | undefined;
}

const TREES = new WeakMap<JSONSchemaProps, RuleTree | 'none'>();

function ruleTree(schema: JSONSchemaProps, isRoot = false): RuleTree | undefined {
  const known = TREES.get(schema);
  if (known !== undefined) return known === 'none' ? undefined : known;
  // Until it is known, for a schema that is in itself.
  TREES.set(schema, 'none');
  const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
  const rules = (schema['x-kubernetes-validations'] ?? [])
    .map((rule) => readRule(rule, schema, isResource))
    // A new object has no older self.
    .filter(({ given, program }) => given.optionalOldSelf === true || program?.uses.has('oldSelf') !== true);
  const fields = new Map<string, RuleTree>();
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const tree = field && ruleTree(field);
    if (tree) fields.set(name, tree);
  }
  const [items, others] = [onlySchema(schema.items), onlySchema(schema.additionalProperties)].map(
    (inner) => inner && ruleTree(inner),
  );
  if (rules.length === 0 && fields.size === 0 && items === undefined && others === undefined) return undefined;
  const tree = { schema, isResource, rules, items, others, fields };
  TREES.set(schema, tree);
  return tree;
}

function readRule(given: ValidationRule, schema: JSONSchemaProps, isResource: boolean): Rule {
  const optionalOldSelf = given.optionalOldSelf === true;
  const read = (text: string, result: 'bool' | 'string') =>
    readExpression(text, { schema, isResource, optionalOldSelf, result });
  const rule = read(given.rule, 'bool');
  const message = given.messageExpression ? read(given.messageExpression, 'string') : undefined;
  return {
    given,
    program: 'program' in rule ? rule.program : undefined,
    problem: 'problem' in rule ? rule.problem : undefined,
    message: message && 'program' in message ? message.program : undefined,
  };
}

function* findings(tree: RuleTree, value: unknown, path: string): Generator<RuleFinding> {
  // Rules are only asked of values that are there.
  if (value === null || value === undefined) return;
  yield* ownFindings(tree, value, path);
  if (Array.isArray(value)) {
    if (tree.items === undefined) return;
    for (const [index, item] of value.entries()) yield* findings(tree.items, item, `${path}[${index}]`);
  } else if (typeof value === 'object') {
    for (const [key, field] of Object.entries(value)) {
      const inner = tree.fields.get(key) ?? (own(tree.schema.properties, key) ? undefined : tree.others);
      if (inner !== undefined) yield* findings(inner, field, path + fieldStep(key));
    }
  }
}

function* ownFindings({ schema, isResource, rules }: RuleTree, value: unknown, path: string): Generator<RuleFinding> {
  if (rules.length === 0) return;
  let self: Value | undefined;
  for (const rule of rules) {
    const { given, program, problem } = rule;
    if (program === undefined) {
      if (given.rule.trim() !== '') yield { verdict: 'skipped', path, rule: given.rule, message: problem };
      continue;
    }
    try {
      self ??= celValue(schema, value, isResource);
      if (program.run([self, NONE]) === true) continue;
      const message = messageOf(rule, self);
      yield { verdict: 'failed', path: `${path}${fieldPathOf(given)}`, rule: given.rule, message };
    } catch (error) {
      yield { ...troubleOf(error), path, rule: given.rule };
    }
  }
}

function troubleOf(error: unknown): Pick<RuleFinding, 'verdict' | 'message'> {
  if (error instanceof EvaluationError) return { verdict: 'error', message: error.message };
  if (error instanceof UnsupportedError) return { verdict: 'skipped', message: error.message };
  if (error instanceof RangeError) return { verdict: 'skipped', message: 'the value is nested too deep' };
  throw error;
}

/** The message that the API server shows: what the expression gives unless that is no single line, or the message. */
function messageOf({ given, message }: Rule, self: Value): string | undefined {
  const text = message && evaluateMessage(message, self);
  if (text !== undefined && text.trim() !== '' && !/[\n\r]/.test(text)) return text.trim();
  return given.message?.trim() ? given.message.trim() : undefined;
}

function evaluateMessage(message: Program, self: Value): string | undefined {
  try {
    const text = message.run([self, NONE]);
    return typeof text === 'string' ? text : undefined;
  } catch (error) {
    troubleOf(error);
    return undefined;
  }
}

function fieldPathOf({ fieldPath }: ValidationRule): string {
  if (!fieldPath) return '';
  return fieldPath.replace(/\['((?:\\.|[^'\\])*)'\]/g, (_all, key: string) => fieldStep(key.replace(/\\(.)/g, '$1')));
}

/** The API server makes a name of `generateName` before it asks the rules. */
function withName(value: unknown): unknown {
  const { metadata } = (value ?? {}) as {
    readonly metadata?: { readonly name?: unknown; readonly generateName?: unknown };
  };
  if (metadata?.name !== undefined || typeof metadata?.generateName !== 'string') return value;
  return { ...(value as object), metadata: { ...metadata, name: `${metadata.generateName}xxxxx` } };
}
