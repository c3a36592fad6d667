import { isFields } from '../../values/fields';
import type { JSONSchemaProps, ValidationRule } from '../../manifest/kubernetes';
import { asChecked, type Creation } from '../defaults';
import { fieldsIn } from '../field-path';
import { onlySchema } from '../only-schema';
import { own } from '../own';
import { fieldStep } from '../value-problem';
import type { Program } from './compile';
import { readExpression } from './expression-problem';
import { celValue } from './schema-value';
import { UnsupportedError } from './unsupported';
import { EvaluationError, NONE, some, type Value } from './value';

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
export function checkRules(schema: JSONSchemaProps, manifest: unknown, creation?: Creation): readonly RuleFinding[] {
  return safely(() => {
    const rules = ruleTree(schema, { isRoot: true, asked: 'of new objects' });
    if (rules === undefined) return [];
    const value = withName(asChecked(schema, manifest, creation));
    return [...findings(rules, value, '', undefined)];
  });
}

/**
 * Evaluates the rules of a schema, and of those in it, for its default. The API server does so when it is given the definition: first as
 * if the default had been there before, so that `oldSelf` is the default too, and then as if it were new. What would be filled into the
 * default is not there yet.
 *
 * @param isRoot whether the schema is that of a whole resource
 */
export function checkRulesOfDefault(schema: JSONSchemaProps, value: unknown, isRoot: boolean): readonly RuleFinding[] {
  return safely(() => {
    const rules = ruleTree(schema, { isRoot, asked: 'of all objects' });
    if (rules === undefined) return [];
    const found = [...findings(rules, value, '', value)];
    return found.length > 0 ? found : [...findings(rules, value, '', undefined)];
  });
}

/**
 * Evaluates the rules that compare a custom resource with what it was, as the API server does when it is updated. The status stays, where
 * it is not part of the resource. Both are resources that `checkResource` has nothing against.
 */
export function checkChange(
  schema: JSONSchemaProps,
  [before, after]: readonly [unknown, unknown],
  { dropsStatus = false }: Creation = {},
): readonly RuleFinding[] {
  return safely(() => {
    const rules = ruleTree(schema, { isRoot: true, asked: 'of changes' });
    if (rules === undefined) return [];
    const [old, given] = [asChecked(schema, before), asChecked(schema, after)];
    const now = dropsStatus && isFields(old) && isFields(given) ? { ...given, status: old['status'] } : given;
    return [...findings(rules, now, '', old)];
  });
}

function safely(find: () => readonly RuleFinding[]): readonly RuleFinding[] {
  try {
    return find().map((found) => ({ ...found, path: found.path.replace(/^\./, '') }));
  } catch (error) {
    return [{ ...troubleOf(error), path: '', rule: 'true' }];
  }
}

/** Whether a schema has any rule that is asked of a new object, at whatever depth. */
export function hasRules(schema: JSONSchemaProps): boolean {
  try {
    return ruleTree(schema, { isRoot: true, asked: 'of new objects' }) !== undefined;
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
  /** It compares with the object as it was, and is not asked of one that is new. */
  readonly needsOld: boolean;
}

type Trees = WeakMap<JSONSchemaProps, RuleTree | 'none'>;

/** A new object has no older self, so the rules that need one are left out for it. What is asked of changes are those that know of one. */
const TREES: Readonly<Record<'of new objects' | 'of all objects' | 'of changes', Trees>> = {
  'of new objects': new WeakMap(),
  'of all objects': new WeakMap(),
  'of changes': new WeakMap(),
};

const WANTED: Readonly<Record<Wanted['asked'], (rule: Rule) => boolean>> = {
  'of new objects': ({ needsOld }) => !needsOld,
  'of all objects': () => true,
  'of changes': ({ needsOld }) => needsOld,
};

interface Wanted {
  readonly isRoot: boolean;
  readonly asked: keyof typeof TREES;
}

function ruleTree(schema: JSONSchemaProps, { isRoot, asked }: Wanted): RuleTree | undefined {
  const trees = TREES[asked];
  const known = trees.get(schema);
  if (known !== undefined) return known === 'none' ? undefined : known;
  // Until it is known, for a schema that is in itself.
  trees.set(schema, 'none');
  const isResource = isRoot || schema['x-kubernetes-embedded-resource'] === true;
  const rules = (schema['x-kubernetes-validations'] ?? [])
    .map((rule) => readRule(rule, schema, isResource, asked === 'of changes'))
    .filter(WANTED[asked]);
  const treeOf = (inner: JSONSchemaProps | null | undefined) => inner && ruleTree(inner, { isRoot: false, asked });
  const fields = new Map<string, RuleTree>();
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const tree = treeOf(field);
    if (tree) fields.set(name, tree);
  }
  const items = treeOf(onlySchema(schema.items)) ?? undefined;
  const others = treeOf(onlySchema(schema.additionalProperties)) ?? undefined;
  if (rules.length === 0 && fields.size === 0 && items === undefined && others === undefined) return undefined;
  const tree = { schema, isResource, rules, items, others, fields };
  trees.set(schema, tree);
  return tree;
}

function readRule(given: ValidationRule, schema: JSONSchemaProps, isResource: boolean, isForChange: boolean): Rule {
  const optionalOldSelf = given.optionalOldSelf === true;
  const read = (text: string, result: 'bool' | 'string') =>
    readExpression(text, { schema, isResource, optionalOldSelf, result });
  const rule = read(given.rule, 'bool');
  const message = given.messageExpression ? read(given.messageExpression, 'string') : undefined;
  const program = 'program' in rule ? rule.program : undefined;
  return {
    given,
    program,
    needsOld: (!optionalOldSelf || isForChange) && program?.uses.has('oldSelf') === true,
    problem: 'problem' in rule ? rule.problem : undefined,
    message: message && 'program' in message ? message.program : undefined,
  };
}

/** @param old what the value was; undefined or null for one that is new, or that the server does not find again */
function* findings(tree: RuleTree, value: unknown, path: string, old: unknown): Generator<RuleFinding> {
  // Rules are only asked of values that are there.
  if (value === null || value === undefined) return;
  yield* ownFindings(tree, value, path, old);
  if (Array.isArray(value)) {
    if (tree.items === undefined) return;
    const oldItem = oldItemOf(tree.schema, old);
    for (const [index, item] of value.entries()) yield* findings(tree.items, item, `${path}[${index}]`, oldItem(item));
  } else if (typeof value === 'object') {
    for (const [key, field] of Object.entries(value)) {
      const inner = tree.fields.get(key) ?? (own(tree.schema.properties, key) ? undefined : tree.others);
      const was = isFields(old) ? own(old, key) : undefined;
      if (inner !== undefined) yield* findings(inner, field, path + fieldStep(key), was);
    }
  }
}

/** Only items with keys are found again in the older list. */
function oldItemOf(schema: JSONSchemaProps, old: unknown): (item: unknown) => unknown {
  if (!Array.isArray(old) || schema['x-kubernetes-list-type'] !== 'map') return () => undefined;
  const keyOf = (item: unknown): string =>
    JSON.stringify(schema['x-kubernetes-list-map-keys']?.map((key) => isFields(item) && own(item, key)));
  const byKey = new Map<string, unknown>(old.map((item: unknown) => [keyOf(item), item]));
  return (item) => byKey.get(keyOf(item));
}

function* ownFindings(tree: RuleTree, value: unknown, path: string, old: unknown): Generator<RuleFinding> {
  const { schema, isResource, rules } = tree;
  if (rules.length === 0) return;
  const isNew = old === null || old === undefined;
  let self: Value | undefined;
  let oldSelf: Value | undefined;
  for (const rule of rules) {
    const { given, program, problem, needsOld } = rule;
    if (program === undefined) {
      if (given.rule.trim() !== '') yield { verdict: 'skipped', path, rule: given.rule, message: problem };
      continue;
    }
    if (needsOld && isNew) continue;
    try {
      self ??= celValue(schema, value, isResource);
      oldSelf ??= isNew ? NONE : celValue(schema, old, isResource);
      const variables = [self, given.optionalOldSelf === true && !isNew ? some(oldSelf) : oldSelf];
      if (program.run(variables) === true) continue;
      const message = messageOf(rule, variables);
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
function messageOf({ given, message }: Rule, variables: readonly Value[]): string | undefined {
  const text = message && evaluateMessage(message, variables);
  if (text !== undefined && text.trim() !== '' && !/[\n\r]/.test(text)) return text.trim();
  return given.message?.trim() ? given.message.trim() : undefined;
}

function evaluateMessage(message: Program, variables: readonly Value[]): string | undefined {
  try {
    const text = message.run(variables);
    return typeof text === 'string' ? text : undefined;
  } catch (error) {
    troubleOf(error);
    return undefined;
  }
}

function fieldPathOf({ fieldPath = '' }: ValidationRule): string {
  return fieldsIn(fieldPath).map(fieldStep).join('');
}

/** The API server makes a name of `generateName` before it asks the rules. */
function withName(value: unknown): unknown {
  const { metadata } = (value ?? {}) as {
    readonly metadata?: { readonly name?: unknown; readonly generateName?: unknown };
  };
  if (metadata?.name !== undefined || typeof metadata?.generateName !== 'string') return value;
  return { ...(value as object), metadata: { ...metadata, name: `${metadata.generateName}xxxxx` } };
}
