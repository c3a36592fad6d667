import type { JSONSchemaProps } from '../manifest/kubernetes';
import { checkRulesOfDefault, type RuleFinding } from './cel/check-rules';
import { mentions } from './cel/mentions';
import { checkValueAsIs, type ValueProblem } from './check-value';
import { type DefinitionProblem, error, warning } from './definition-problem';
import { metaFieldSchema } from './object-meta-schema';
import { onlySchema } from './only-schema';
import { own } from './own';
import type { SchemaNode } from './schema-walk';

/**
 * What is wrong with the default of a schema: it must be a value that the schema takes, before defaults are filled into it.
 *
 * @param hasRules whether there are rules in CEL anywhere, which a default must obey, too
 */
export function* defaultProblems(node: SchemaNode, hasRules: boolean): Generator<DefinitionProblem> {
  const { schema, place, meta } = node;
  const value: unknown = schema.default ?? undefined;
  if (value === undefined || place === 'clause' || meta === 'own') return;
  // Below additionalProperties the API server fills defaults in, but has not looked at them before.
  const problem = isInMap(node) ? warning : error;
  const refused = [...checkValueAsIs(asOfDefaults(node), value), ...untypedFormatProblem(schema, value)];
  for (const { path, phrase } of refused) yield problem(inside(`${node.path}.default`, path), phrase);
  const useless = refused.length === 0 && place !== 'root' && meta === undefined ? checkValueAsIs(schema, value) : [];
  for (const { path, phrase } of useless) yield warning(inside(`${node.path}.default`, path), phrase);
  const isAsked = hasRules && refused.length + useless.length === 0;
  for (const found of isAsked ? checkRulesOfDefault(schema, value, place === 'root') : []) {
    // What cannot be evaluated here, the API server evaluates.
    if (found.verdict === 'skipped') continue;
    yield problem(inside(`${node.path}.default`, found.path), phraseOfRule(found));
  }
  if (meta !== 'embedded') return;
  for (const { path, phrase } of checkValueAsIs(OBJECT, objectAround(node, value))) {
    yield problem(`${node.path}.default`, `makes an object whose ${path} ${phrase}`);
  }
}

/** The schema as a default is checked by it: the root is an object of Kubernetes, and metadata may have what is not in the schema. */
function asOfDefaults({ schema, place, meta }: SchemaNode): JSONSchemaProps {
  if (place === 'root') return { ...schema, ...OBJECT };
  return meta === undefined ? withoutUnasked(schema) : { ...schema, 'x-kubernetes-preserve-unknown-fields': true };
}

/**
 * The schema without what the API server asks of values but not of defaults: that an integer-or-string is one, whatever type is beside
 * it, and that a set or a map has nothing twice. And with what it asks of defaults alone: a format without a type takes no number, as if
 * it were one of strings. Without recursion: schemas may be deeper than the stack of JavaScript.
 */
function withoutUnasked(schema: JSONSchemaProps): JSONSchemaProps {
  const copy: Draft = { ...schema };
  const open = [copy];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const below = (inside: JSONSchemaProps | null): Draft => {
      const draft: Draft = { ...inside };
      if (draft.format && !draft.type) draft.type = 'string';
      open.push(draft);
      return draft;
    };
    at['x-kubernetes-int-or-string'] = undefined;
    at['x-kubernetes-list-type'] = undefined;
    const { properties, items } = at;
    if (properties)
      at.properties = Object.fromEntries(Object.entries(properties).map(([key, inside]) => [key, below(inside)]));
    if (onlySchema(items)) at.items = below(onlySchema(items) ?? {});
    for (const junctor of ['allOf', 'anyOf', 'oneOf'] as const) {
      const clauses = at[junctor];
      if (clauses) at[junctor] = clauses.map(below);
    }
    if (at.not) at.not = below(at.not);
  }
  return copy;
}

/** Of the schema itself this says it better than that it wants a string. */
function untypedFormatProblem({ type, format }: JSONSchemaProps, value: unknown): readonly ValueProblem[] {
  if (type || !format || typeof value === 'string' || Array.isArray(value)) return [];
  const phrase = `is no string, beside the format ${JSON.stringify(format)} of a value of any type: leave the format out`;
  return [{ path: '', phrase }];
}

function phraseOfRule({ verdict, rule, message }: RuleFinding): string {
  const shown = JSON.stringify(rule.trim().replace(/\s+/g, ' '));
  const asOld = mentions(rule, 'oldSelf') ? ' where oldSelf is the default too' : '';
  if (verdict === 'error') return `makes the rule ${shown} fail${asOld}, with "${message ?? ''}": ${ANOTHER}`;
  return `breaks the rule ${shown}${asOld}${message === undefined ? '' : `, "${message}"`}: ${ANOTHER}`;
}

const ANOTHER = 'give another, or correct the rule';

type Draft = { -readonly [Field in keyof JSONSchemaProps]: JSONSchemaProps[Field] };

function inside(path: string, rest: string): string {
  return rest === '' || rest.startsWith('[') ? `${path}${rest}` : `${path}.${rest}`;
}

/** Any object of Kubernetes. */
const OBJECT: JSONSchemaProps = {
  type: 'object',
  'x-kubernetes-embedded-resource': true,
  'x-kubernetes-preserve-unknown-fields': true,
};

function isInMap(node: SchemaNode): boolean {
  for (let at: SchemaNode | undefined = node; at !== undefined; at = at.parent) {
    if (at.place === 'field' && at.property === undefined) return true;
  }
  return false;
}

/** An embedded object with nothing but the value that is filled in, and what any object has. Of metadata, what is not known is dropped. */
function objectAround(node: SchemaNode, value: unknown): object {
  let around: unknown = value;
  for (let at = node; at.meta === 'embedded' && at.parent !== undefined; at = at.parent) {
    around = at.place === 'item' ? [around] : { [at.property ?? '']: around };
  }
  const { metadata, ...others } = around as { readonly metadata?: unknown };
  return { apiVersion: 'v1', kind: 'Any', ...others, ...(metadata === undefined ? {} : { metadata: known(metadata) }) };
}

function known(metadata: unknown): unknown {
  if (typeof metadata !== 'object' || metadata === null) return metadata;
  const fields = metaFieldSchema('metadata')?.properties;
  return Object.fromEntries(Object.entries(metadata).filter(([field]) => own(fields, field) !== undefined));
}
