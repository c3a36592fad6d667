import type { JSONSchemaProps, ValidationRule } from '../manifest/kubernetes';
import { readExpression } from './cel/expression-problem';
import { mentions } from './cel/mentions';
import { type DefinitionProblem, error } from './definition-problem';
import { followFieldPath } from './field-path';
import type { RuleExpression } from './rule-costs';
import type { SchemaNode } from './schema-walk';
import { suggest } from './suggest';

/**
 * What is wrong with the rules of `x-kubernetes-validations`.
 *
 * @param read gets the expressions that are right
 */
export function* ruleProblems(node: SchemaNode, read: RuleExpression[]): Generator<DefinitionProblem> {
  const rules: readonly (ValidationRule | null)[] = node.schema['x-kubernetes-validations'] ?? [];
  // The clauses of allOf, anyOf, oneOf and not can have none, which another rule says.
  if (rules.length === 0 || node.place === 'clause') return;
  if (node.celScope !== 'typed') {
    yield error(
      `${node.path}.x-kubernetes-validations`,
      'is of values whose type rules do not know: write their type, or leave it out',
    );
  }
  for (const [index, rule] of rules.entries()) {
    const path = `${node.path}.x-kubernetes-validations[${index}]`;
    yield* textProblems(rule ?? {}, path);
    yield* fieldPathProblems(rule ?? {}, node.schema, path);
    yield* oldSelfProblems(rule ?? {}, node, path);
    if (node.celScope === 'typed') yield* expressionProblems(rule ?? {}, node, path, read);
  }
}

function* expressionProblems(
  given: Partial<ValidationRule>,
  node: SchemaNode,
  path: string,
  read: RuleExpression[],
): Generator<DefinitionProblem> {
  const { schema, place } = node;
  const isResource = place === 'root' || schema['x-kubernetes-embedded-resource'] === true;
  const optionalOldSelf = given.optionalOldSelf === true;
  const expressions = [
    ['rule', 'bool'],
    ['messageExpression', 'string'],
  ] as const;
  for (const [field, result] of expressions) {
    const text = given[field] ?? '';
    if (text.trim() === '') continue;
    const found = readExpression(text, { schema, isResource, optionalOldSelf, result });
    if ('problem' in found) yield error(`${path}.${field}`, found.problem);
    else
      read.push({
        path: `${path}.${field}`,
        program: found.program,
        node,
        isResource,
        isMessage: field === 'messageExpression',
      });
  }
}

const REASONS: readonly string[] = [
  'FieldValueRequired',
  'FieldValueForbidden',
  'FieldValueInvalid',
  'FieldValueDuplicate',
];

function* textProblems(given: Partial<ValidationRule>, path: string): Generator<DefinitionProblem> {
  const rule = (given.rule ?? '').trim();
  const message = given.message ?? '';
  if (rule === '') yield error(`${path}.rule`, 'is empty: write an expression, such as "self.min <= self.max"');
  if (message !== '' && message.trim() === '') yield error(`${path}.message`, 'is blank: write one, or leave it out');
  if (hasLineBreak(message.trim())) yield error(`${path}.message`, 'has more than one line: write one');
  if (rule !== '' && hasLineBreak(rule) && message.trim() === '') {
    yield error(path, 'has a rule of more than one line, which makes no message: write a message');
  }
  const { messageExpression, reason } = given;
  if (messageExpression && messageExpression.trim() === '') {
    yield error(`${path}.messageExpression`, 'is blank: write an expression, or leave it out');
  }
  if (reason !== undefined && reason !== null && !REASONS.includes(reason)) {
    // Who writes "Required" means one of them too.
    const wayOut = suggest(`FieldValue${reason}`, REASONS, `use one of ${REASONS.join(', ')}`);
    yield error(`${path}.reason`, `${JSON.stringify(reason)} is not known: ${suggest(reason, REASONS, wayOut)}`);
  }
}

function* fieldPathProblems(
  { fieldPath }: Partial<ValidationRule>,
  schema: JSONSchemaProps,
  path: string,
): Generator<DefinitionProblem> {
  if (!fieldPath) return;
  const problem = fieldPathProblem(fieldPath, schema);
  if (problem !== undefined) yield error(`${path}.fieldPath`, `${JSON.stringify(fieldPath)} ${problem}`);
}

function fieldPathProblem(fieldPath: string, schema: JSONSchemaProps): string | undefined {
  if (fieldPath.trim() === '') return 'is blank: write a path, such as ".replicas", or leave it out';
  if (hasLineBreak(fieldPath)) return 'has more than one line: write one';
  const found = followFieldPath(schema, fieldPath, true);
  return 'problem' in found ? found.problem : undefined;
}

function* oldSelfProblems(
  given: Partial<ValidationRule>,
  node: SchemaNode,
  path: string,
): Generator<DefinitionProblem> {
  const { rule = '', optionalOldSelf } = given;
  const usesOldSelf = mentions(rule ?? '', 'oldSelf');
  if (usesOldSelf && node.uncorrelated !== undefined) {
    const wayOut =
      'whose items are not found again in the old object: write x-kubernetes-list-type: map there, or a rule above it';
    yield error(`${path}.rule`, `uses oldSelf below ${node.uncorrelated}, ${wayOut}`);
  }
  if (!usesOldSelf && optionalOldSelf !== undefined && optionalOldSelf !== null) {
    yield error(`${path}.optionalOldSelf`, 'is for a rule that uses oldSelf: leave it out');
  }
}

function hasLineBreak(text: string): boolean {
  return /[\n\r]/.test(text);
}
