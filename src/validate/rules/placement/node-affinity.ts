import type { NodeSelectorRequirement, PreferredSchedulingTerm } from '../../../../imports/kubernetes/types';
import { dnsSubdomainProblem, labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';

export const nodeSelector: Rule<'NodeSelector'> = {
  code: 'node-selector-terms',
  severity: 'error',
  on: 'NodeSelector',
  summary: 'A node affinity that is required has at least one term, and its values are those of labels.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNodeSelector',
  check({ nodeSelectorTerms }, at, report) {
    const terms = at.field('nodeSelectorTerms');
    if (nodeSelectorTerms.length === 0) report(terms, 'has no items', 'add a term, or take the affinity away');
    for (const [index, { matchExpressions = [] }] of nodeSelectorTerms.entries()) {
      for (const [expressionIndex, { values = [] }] of matchExpressions.entries()) {
        for (const [valueIndex, value] of values.entries()) {
          if (labelValueProblem(value) === undefined) continue;
          const list = terms.item(index).field('matchExpressions').item(expressionIndex).field('values');
          checkValue(report, list, valueIndex, value, labelValueProblem);
        }
      }
    }
  },
};

export const nodeSelectorTerm: Rule<'NodeSelectorTerm'> = {
  code: 'node-selector-term',
  severity: 'error',
  on: 'NodeSelectorTerm',
  summary: 'An expression about nodes has the key of a label and as many values as its operator wants.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateNodeSelectorTerm',
  check({ matchExpressions = [], matchFields = [] }, at, report) {
    for (const [index, requirement] of matchExpressions.entries()) {
      const phrase = expressionProblem(requirement);
      if (phrase === undefined && labelKeyProblem(requirement.key) === undefined) continue;
      const here = at.field('matchExpressions').item(index);
      if (phrase !== undefined) report(here.field('values'), phrase.fact, phrase.fix);
      checkField(report, here, requirement, 'key', labelKeyProblem);
    }
    for (const [index, requirement] of matchFields.entries()) {
      checkMatchField(requirement, at.field('matchFields').item(index), report);
    }
  },
};

interface Phrase {
  readonly fact: string;
  readonly fix: string;
}

function expressionProblem({ operator, values = [] }: NodeSelectorRequirement): Phrase | undefined {
  const { length } = values;
  if (operator === 'In' || operator === 'NotIn') {
    return length > 0 ? undefined : { fact: `has no items, but the operator is "${operator}"`, fix: 'give the values' };
  }
  if (operator === 'Exists' || operator === 'DoesNotExist') {
    return length === 0 ? undefined : { fact: `is there, but the operator is "${operator}"`, fix: 'take it away' };
  }
  return length === 1
    ? undefined
    : { fact: `has ${length} items, but "${operator}" wants one`, fix: 'give one number' };
}

const NODE_NAME = 'metadata.name';

function checkMatchField({ key, operator, values = [] }: NodeSelectorRequirement, at: Path, report: Report): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    report(at.field('operator'), `"${operator}" is not for fields`, 'write "In" or "NotIn"');
  } else if (values.length !== 1) {
    report(at.field('values'), `has ${values.length} items, but a field has one value`, 'give one');
  }
  if (key !== NODE_NAME) report(at.field('key'), `"${key}" is not a field of a node`, `write "${NODE_NAME}"`);
  else
    for (const [index, name] of values.entries())
      checkValue(report, at.field('values'), index, name, dnsSubdomainProblem);
}

export const preferredValue: Rule<'PreferredSchedulingTerm'> = {
  code: 'preferred-value',
  severity: 'warning',
  on: 'PreferredSchedulingTerm',
  summary: 'A node affinity that is preferred asks for values that labels can have, because others match no node.',
  mirrors: 'pkg/api/node/util.go: GetWarningsForNodeSelectorTerm',
  check(term, at, report) {
    // The server takes a term without a preference.
    const { preference } = term as Partial<PreferredSchedulingTerm>;
    preference?.matchExpressions?.forEach(({ values = [] }, index) => {
      const list = at.field('preference').field('matchExpressions').item(index).field('values');
      values.forEach((value, place) => checkValue(report, list, place, value, labelValueProblem));
    });
  },
};

const MAX_WEIGHT = 100;

export const affinityWeight: FieldRule<'PreferredSchedulingTerm.weight' | 'WeightedPodAffinityTerm.weight'> = {
  code: 'affinity-weight',
  severity: 'error',
  fields: ['PreferredSchedulingTerm.weight', 'WeightedPodAffinityTerm.weight'],
  summary: 'The weight of a preference is from 1 to 100.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePreferredSchedulingTerms, validateWeightedPodAffinityTerms',
  problem: (weight) => (weight > 0 && weight <= MAX_WEIGHT ? undefined : 'is out of range: give 1 to 100'),
};
