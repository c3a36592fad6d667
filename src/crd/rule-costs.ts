import type { Program } from './cel/compile';
import { expressionCost } from './cel/cost';
import { MOST_BYTES, sizeOf } from './cel/value-size';
import { type DefinitionProblem, error } from './definition-problem';
import type { SchemaNode } from './schema-walk';

/** An expression of a rule that can be evaluated. */
export interface RuleExpression {
  /** Of the expression: `spec.versions[0].schema.openAPIV3Schema.x-kubernetes-validations[0].rule`. */
  readonly path: string;
  readonly program: Program;
  /** The schema that has the rule. */
  readonly node: SchemaNode;
  /** Whether that is of a custom resource, or of one embedded in it. */
  readonly isResource: boolean;
  readonly isMessage: boolean;
}

const MOST_FOR_RULE = 10_000_000;
const MOST_FOR_SCHEMA = 100_000_000;

/**
 * What is too expensive for the API server: it reckons with values of any size that the schema does not bound.
 *
 * It mirrors `getExpressionCost` in k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/validation.
 *
 * @param path of the schema that has all these rules
 */
export function* ruleCostProblems(expressions: readonly RuleExpression[], path: string): Generator<DefinitionProblem> {
  let total = 0;
  let isTold = false;
  for (const expression of expressions) {
    const cost = costOf(expression);
    total += cost;
    if (cost <= MOST_FOR_RULE) continue;
    isTold = true;
    const what = `may cost ${factor(cost, MOST_FOR_RULE)} what the API server allows for a rule`;
    yield error(expression.path, `${what}: ${wayOut(expression)}`);
  }
  // Who mends one rule mends their sum, too.
  if (total <= MOST_FOR_SCHEMA || isTold) return;
  const what = `has rules that together may cost ${factor(total, MOST_FOR_SCHEMA)} what the API server allows`;
  yield error(path, `${what}: bound what they read by maxLength, maxItems and maxProperties`);
}

function costOf({ program, node, isResource, isMessage }: RuleExpression): number {
  try {
    const self = sizeOf(node.schema, isResource);
    if (self === undefined) return 0;
    const cost = expressionCost(program, self);
    return isMessage ? cost : cost * (timesOf(node) ?? Math.floor(MOST_BYTES / (self.leastBytes + 1)));
  } catch (error) {
    if (error instanceof RangeError) return 0; // The schema is deeper than the stack.
    throw error;
  }
}

/** How many values of a schema an object can have; undefined when a list or map that they are in has no bound. */
function timesOf(node: SchemaNode): number | undefined {
  let times = 1;
  for (let above = node.parent; above !== undefined; above = above.parent) {
    const most = mostIn(above);
    if (most === undefined) return undefined;
    times *= Math.max(most, 0);
  }
  return times;
}

function mostIn({ schema }: SchemaNode): number | undefined {
  if (schema.type === 'array') return schema.maxItems ?? undefined;
  const isMap = schema.type === 'object' && (schema.additionalProperties ?? undefined) !== undefined;
  return isMap ? (schema.maxProperties ?? undefined) : 1;
}

function factor(cost: number, limit: number): string {
  const times = cost / limit;
  return times > 100 ? 'more than 100 times' : `${times < 2 ? times.toFixed(2) : times.toFixed(1)} times`;
}

function wayOut({ node }: RuleExpression): string {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (mostIn(above) !== undefined) continue;
    const isList = above.schema.type === 'array';
    const name = nameOf(above);
    const what = `${isList ? 'list' : 'map'}${name === undefined ? '' : ` "${name}"`}`;
    return `bound the ${what} by ${isList ? 'maxItems' : 'maxProperties'}, or make the rule simpler`;
  }
  return 'bound what it reads, and what it is in, by maxLength, maxItems or maxProperties, or make it simpler';
}

function nameOf(node: SchemaNode): string | undefined {
  return node.property ?? (node.parent && nameOf(node.parent));
}
