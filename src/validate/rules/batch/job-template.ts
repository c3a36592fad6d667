import type { FieldRule, Rule } from '../../rule';
import { domainPrefixedPathProblem } from '../format/domain-prefixed-path';

export const jobRestartPolicy: Rule<'JobSpec'> = {
  code: 'job-restart-policy',
  severity: 'error',
  on: 'JobSpec',
  summary:
    'The containers of a Job restart on failure or never, because a Job is to end; a podFailurePolicy sees only pods that never restart.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateJobSpec',
  check({ template, podFailurePolicy }, at, report) {
    if (template.spec === undefined) return;
    const { restartPolicy = 'Always' } = template.spec;
    const here = at.field('template').field('spec').field('restartPolicy');
    if (restartPolicy === 'OnFailure') {
      if (podFailurePolicy === undefined) return;
      report(here, '"OnFailure" excludes a podFailurePolicy', 'write "Never"');
    } else if (restartPolicy !== 'Never') {
      const fact = template.spec.restartPolicy === 'Always' ? '"Always" is not for Jobs' : 'is missing';
      report(here, fact, 'write "OnFailure", or "Never" for a new pod on each try');
    }
  },
};

export const podReplacementPolicy: Rule<'JobSpec'> = {
  code: 'pod-replacement-policy',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.podReplacementPolicy'],
  summary: 'A Job with a podFailurePolicy replaces pods that have failed, because the policy can judge only those.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validatePodReplacementPolicy',
  check({ podReplacementPolicy, podFailurePolicy }, at, report) {
    if (podReplacementPolicy === undefined || podReplacementPolicy === 'Failed' || podFailurePolicy === undefined)
      return;
    const here = at.field('podReplacementPolicy');
    report(here, `"${podReplacementPolicy}" excludes a podFailurePolicy`, 'write "Failed", or take one of them away');
  },
};

const MAX_MANAGER = 63;

export const managedBy: FieldRule<'JobSpec.managedBy'> = {
  code: 'managed-by',
  severity: 'error',
  fields: ['JobSpec.managedBy'],
  summary: 'The controller of a Job is named by a domain, "/" and a name, in at most 63 characters.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateJobSpec',
  problem(name) {
    const problem = domainPrefixedPathProblem(name);
    if (problem !== undefined || name.length <= MAX_MANAGER) return problem;
    return `has ${name.length} characters; ${MAX_MANAGER} fit: shorten it`;
  },
};
