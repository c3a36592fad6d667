import type { PodFailurePolicy } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import { labelKeyProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';

const MAX_RULES = 20;

export const podFailurePolicy: Rule<'PodFailurePolicy'> = {
  code: 'pod-failure-policy',
  severity: 'error',
  on: 'PodFailurePolicy',
  summary: 'Each of at most 20 rules about failed pods looks either at exit codes or at conditions.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validatePodFailurePolicy',
  // The server does without rules.
  check({ rules = [] }: Partial<PodFailurePolicy>, at, report) {
    const list = at.field('rules');
    if (rules.length > MAX_RULES)
      report(list, `has ${rules.length} items; ${MAX_RULES} are the most`, 'put some together');
    for (const [index, { onExitCodes, onPodConditions = [] }] of rules.entries()) {
      const here = list.item(index);
      if (onExitCodes === undefined && onPodConditions.length === 0) {
        report(here, 'looks at nothing', 'add onExitCodes or onPodConditions');
      } else if (onExitCodes !== undefined && onPodConditions.length > 0) {
        report(here.field('onPodConditions'), 'is there beside onExitCodes', 'make two rules of it');
      }
    }
  },
};

const FAIL_INDEX = 'FailIndex';

export const failIndex: Rule<'JobSpec'> = {
  code: 'fail-index',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.podFailurePolicy'],
  summary: 'A pod can fail its index only in a Job that counts failures for each index.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validatePodFailurePolicyRule',
  check({ podFailurePolicy, backoffLimitPerIndex }, at, report) {
    if (podFailurePolicy === undefined || backoffLimitPerIndex !== undefined) return;
    for (const [index, { action }] of (podFailurePolicy.rules ?? []).entries()) {
      if (action !== FAIL_INDEX) continue;
      const here = at.field('podFailurePolicy').field('rules').item(index).field('action');
      report(here, `"${FAIL_INDEX}" needs a backoffLimitPerIndex`, 'add it, or write "FailJob"');
    }
  },
};

export const exitCodeContainer: Rule<'JobSpec'> = {
  code: 'exit-code-container',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.podFailurePolicy'],
  summary: 'The container whose exit code a rule looks at is in the template.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validatePodFailurePolicyRuleOnExitCodes',
  check({ podFailurePolicy, template }, at, report) {
    if (podFailurePolicy === undefined) return;
    const { containers = [], initContainers = [] } = template.spec ?? {};
    const names = [...containers, ...initContainers].map(({ name }) => name);
    for (const [index, { onExitCodes }] of (podFailurePolicy.rules ?? []).entries()) {
      const name = onExitCodes?.containerName;
      if (name === undefined || names.includes(name)) continue;
      const here = at.field('podFailurePolicy').field('rules').item(index).field('onExitCodes').field('containerName');
      const meant = didYouMean(name, names);
      report(
        here,
        `"${name}" is no container of the template`,
        meant === undefined ? 'name one, or leave it out for all' : `did you mean "${meant}"?`,
      );
    }
  },
};

const MAX_EXIT_CODES = 255;

export const exitCodes: Rule<'PodFailurePolicyOnExitCodesRequirement'> = {
  code: 'exit-codes',
  severity: 'error',
  on: 'PodFailurePolicyOnExitCodesRequirement',
  summary: 'Exit codes are 1 to 255 numbers in order, and 0 is no failure to look for.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validatePodFailurePolicyRuleOnExitCodes',
  check({ operator, values }, at, report) {
    const list = at.field('values');
    if (values.length === 0) report(list, 'has no items', 'give the exit codes');
    if (values.length > MAX_EXIT_CODES) {
      report(list, `has ${values.length} items; ${MAX_EXIT_CODES} are the most`, 'turn the operator around');
    }
    let before = -Infinity;
    for (const [index, value] of values.entries()) {
      if (operator === 'In' && value === 0) report(list.item(index), 'is 0, which is no failure', 'take it away');
      if (value < before) report(list.item(index), `${value} comes after ${before}`, 'put them in order');
      before = value;
    }
  },
};

const MAX_CONDITIONS = 20;

export const podConditions: Rule<'PodFailurePolicyRule'> = {
  code: 'pod-conditions',
  severity: 'error',
  on: 'PodFailurePolicyRule',
  summary: 'A rule looks for at most 20 conditions of a pod, each with a qualified name.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validatePodFailurePolicyRuleOnPodConditions',
  check({ onPodConditions = [] }, at, report) {
    const list = at.field('onPodConditions');
    if (onPodConditions.length > MAX_CONDITIONS) {
      report(list, `has ${onPodConditions.length} items; ${MAX_CONDITIONS} are the most`, 'make two rules of it');
    }
    for (const [index, condition] of onPodConditions.entries()) {
      checkField(report, list.item(index), condition, 'type', labelKeyProblem);
    }
  },
};
