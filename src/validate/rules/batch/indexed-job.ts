import { dnsLabelProblem } from '../../../manifest/name';
import type { Rule } from '../../rule';
import { completionsOf } from './completions';

export const indexedCompletions: Rule<'JobSpec'> = {
  code: 'indexed-completions',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.completionMode'],
  summary: 'A Job with an index for each pod says how many there are.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateJobSpec',
  check(spec, at, report, context) {
    if (spec.completionMode !== 'Indexed' || completionsOf(spec, context) !== undefined) return;
    report(at.field('completions'), 'is missing, and completionMode is "Indexed"', 'give the number of indexes');
  },
};

export const indexedOnly: Rule<'JobSpec'> = {
  code: 'indexed-only',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.backoffLimitPerIndex', 'JobSpec.maxFailedIndexes', 'JobSpec.successPolicy'],
  summary: 'Only a Job with an index for each pod can count failures for each index, or succeed by some of them.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateJobSpec',
  check(spec, at, report) {
    if (spec.completionMode === 'Indexed') return;
    for (const field of ['backoffLimitPerIndex', 'maxFailedIndexes', 'successPolicy'] as const) {
      if (spec[field] === undefined) continue;
      report(at.field(field), 'needs indexes', 'write completionMode: Indexed, or take it away');
    }
  },
};

const MANY = 100_000;
/** The most pods at once, and the most failed indexes, of a Job with more indexes than MANY, each with a limit of failures. */
const FEW = 10_000;

export const indexedLimits: Rule<'JobSpec'> = {
  code: 'indexed-limits',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.completionMode'],
  summary: 'A Job with an index for each pod keeps its numbers so low that its status fits into etcd.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateJobSpec',
  check(spec, at, report, context) {
    if (spec.completionMode !== 'Indexed') return;
    const { parallelism = 1, maxFailedIndexes, backoffLimitPerIndex } = spec;
    const completions = completionsOf(spec, context);
    const most = (completions ?? 0) > MANY && backoffLimitPerIndex !== undefined ? FEW : MANY;
    if (parallelism > most)
      report(at.field('parallelism'), `is ${parallelism}; ${most} are the most`, `give at most ${most}`);
    const here = at.field('maxFailedIndexes');
    if (maxFailedIndexes === undefined) {
      if (most === FEW) report(here, `is missing, and completions are more than ${MANY}`, `give at most ${FEW}`);
    } else if (maxFailedIndexes > most) {
      report(here, `is ${maxFailedIndexes}; ${most} are the most`, `give at most ${most}`);
    } else if (completions !== undefined && maxFailedIndexes > completions) {
      report(here, `is ${maxFailedIndexes}, and completions are ${completions}`, 'give at most as many');
    }
  },
};

export const untrackedIndexes: Rule<'JobSpec'> = {
  code: 'untracked-indexes',
  severity: 'warning',
  on: 'JobSpec',
  needs: ['JobSpec.completionMode'],
  summary: 'A Job with very many indexes runs few of them at once, so that its status can hold which of them are done.',
  mirrors: 'pkg/api/job/warnings.go: WarningsForJobSpec',
  check({ completionMode, completions = 0, parallelism = 0 }, at, report) {
    if (completionMode !== 'Indexed' || completions <= MANY || parallelism <= FEW) return;
    const message = `is ${parallelism}; with more than ${MANY} completions, ${FEW} are the most that can be tracked`;
    report(at.field('parallelism'), message, `give at most ${FEW}`);
  },
};

export const maxFailedIndexes: Rule<'JobSpec'> = {
  code: 'max-failed-indexes',
  severity: 'error',
  on: 'JobSpec',
  needs: ['JobSpec.maxFailedIndexes'],
  summary: 'A Job can bound its failed indexes only when it says how many failures make an index fail.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateJobSpec',
  check({ maxFailedIndexes, backoffLimitPerIndex, completionMode }, at, report) {
    if (maxFailedIndexes === undefined || backoffLimitPerIndex !== undefined || completionMode !== 'Indexed') return;
    report(at.field('maxFailedIndexes'), 'is there without backoffLimitPerIndex', 'add it: 0 for no retry of an index');
  },
};

const MAX_NAME = 63;
const GENERATED = 'xxxxx';

export const indexedJobName: Rule<'Job'> = {
  code: 'indexed-job-name',
  severity: 'error',
  on: 'Job',
  summary:
    'The name of a Job with an index for each pod leaves room for the largest, because both make the host name of the pod.',
  mirrors: 'pkg/apis/batch/validation/validation.go: ValidateJob',
  check({ metadata, spec }, at, report, context) {
    if (spec?.completionMode !== 'Indexed') return;
    const completions = completionsOf(spec, context) ?? 0;
    const { name = '', generateName = '' } = metadata ?? {};
    if (completions <= 0 || (name === '' && generateName === '')) return;
    const whole = name === '' ? generateName.slice(0, MAX_NAME - GENERATED.length) + GENERATED : name;
    const suffix = `-${completions - 1}`;
    if (dnsLabelProblem(whole + suffix) === undefined) return;
    const here = at.field('metadata').field(name === '' ? 'generateName' : 'name');
    const most = MAX_NAME - suffix.length;
    if (whole.length > most)
      report(here, `has ${whole.length} characters; with "${suffix}" only ${most} fit into a host name`, 'shorten it');
    else report(here, `"${whole}" cannot be in the host name of a pod`, 'use lower-case letters, digits and "-"');
  },
};
