import { dns1035LabelProblem } from '../manifest/name';
import { METADATA, metadataProblems } from './metadata-rule';
import { about, collect, NONE, problem, type ValueProblem } from './value-problem';
import type { RuleOf, ValueRule } from './value-rule';
import { describe } from './value-type';

/**
 * What the API server asks of every resource, whatever its schema says: of a custom resource itself (`isRoot`), and of an object in one
 * with `x-kubernetes-embedded-resource`, which needs no name.
 */
export function resourceRule(isRoot: boolean, ruleOf: RuleOf): ValueRule {
  const metadataRule = ruleOf(METADATA, 'field');
  return (value) => {
    const { apiVersion, kind, metadata } = value as Readonly<Record<string, unknown>>;
    const shape = metadata === undefined ? NONE : metadataRule(metadata);
    let problems: ValueProblem[] | undefined;
    problems = collect(problems, '.apiVersion', textProblems(apiVersion, apiVersionProblem));
    problems = collect(problems, '.kind', textProblems(kind, kindProblem));
    problems = collect(problems, '.metadata', shape.length > 0 ? shape : metadataProblems(metadata ?? {}, isRoot));
    return problems ?? NONE;
  };
}

function textProblems(text: unknown, rule: (text: string) => string | undefined): readonly ValueProblem[] {
  if (text === undefined) return problem('is missing: give a string');
  return typeof text === 'string' ? about(text, rule(text)) : problem(`is ${describe(text)}: give a string`);
}

function apiVersionProblem(text: string): string | undefined {
  if (text === '') return 'is empty: write a group and a version, such as "apps/v1"';
  return text.split('/').length > 2
    ? 'is not a group and a version: write them with one "/", such as "apps/v1"'
    : undefined;
}

/** A kind is a DNS label that may have capitals. */
function kindProblem(text: string): string | undefined {
  return dns1035LabelProblem(text.toLowerCase()) === undefined
    ? undefined
    : 'is not a kind: use up to 63 letters, digits and "-", and begin with a letter';
}
