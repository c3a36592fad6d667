import type { Job } from '../../../imports/kubernetes/types';
import { ROOT } from '../path';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportChanges } from './difference';

const FIX = 'keep it, or make a Job under another name';

const jobChange: ChangeRule<'batch/v1/Job'> = {
  code: 'job-change',
  severity: 'error',
  kinds: ['batch/v1/Job'],
  summary: 'What a Job runs, and when it is done, stays as it is, because some of its pods may be done.',
  mirrors: 'pkg/apis/batch/validation/validation.go: ValidateJobSpecUpdate',
  check(before, after, report) {
    const fields = [
      ...['backoffLimitPerIndex', 'completionMode', 'managedBy', 'podFailurePolicy', 'selector', 'successPolicy'],
      'template',
    ];
    const isSuspended = before.spec?.suspend === true;
    const [was, is] = isSuspended ? [withoutScheduling(before), withoutScheduling(after)] : [before, after];
    reportChanges(
      'batch/v1/Job',
      fields.map((field) => `spec.${field}`),
      [was, is],
      report,
      FIX,
    );
  },
};

/** The Job without what of its template may change while it is suspended and has not begun. */
function withoutScheduling(job: Job): Job {
  const { metadata, spec } = job.spec?.template ?? {};
  if (job.spec === undefined || spec === undefined) return job;
  const { annotations: _, labels: __, ...meta } = metadata ?? {};
  const { nodeSelector: ___, tolerations: ____, schedulingGates: _____, affinity, ...pod } = spec;
  const { nodeAffinity: ______, ...others } = affinity ?? {};
  return { ...job, spec: { ...job.spec, template: { metadata: meta, spec: { ...pod, affinity: others } } } };
}

const jobCompletions: ChangeRule<'batch/v1/Job'> = {
  code: 'job-completions-change',
  severity: 'error',
  kinds: ['batch/v1/Job'],
  summary: 'The completions of a Job stay as they are; those of an indexed one change together with its parallelism.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateCompletions',
  check(before, after, report) {
    const [was, is] = [completionsOf(before), completionsOf(after)];
    // What was not given before is what the server made of it, and stays when it is not given now.
    if (was === is || (before.spec?.completions === undefined && after.spec?.completions === undefined)) return;
    const at = ROOT.field('spec').field('completions');
    const change = `${was === undefined ? 'is new' : `was ${was} and is ${is ?? 'gone'}`}, but it cannot be changed`;
    if (after.spec?.completionMode !== 'Indexed') {
      report(at, change, FIX);
      return;
    }
    // Without completions an indexed Job is wrong whatever it was.
    const { parallelism = 1 } = after.spec;
    if (is === undefined || is === parallelism) return;
    report(at, `was ${was} and is ${is}, but parallelism is ${parallelism}`, `give both the same number`);
  },
};

/** One, where neither this nor the parallelism is given. */
function completionsOf({ spec }: Job): number | undefined {
  return spec?.completions ?? (spec?.parallelism === undefined ? 1 : undefined);
}

/** Changes of what runs until it is done. */
export const JOB_CHANGES: readonly AnyChangeRule[] = [jobChange, jobCompletions];
