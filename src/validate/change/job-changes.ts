import type { Job } from '../../../imports/kubernetes/types';
import { withoutFields } from '../../values/fields';
import { ROOT } from '../path';
import type { AnyChangeRule, ChangeRule } from './change-rule';
import { reportChanges } from './difference';
import { withoutNodeAffinity } from './gated-pod';
import { isLive } from './live-object';

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
    const [bareBefore, bareAfter] = withoutGenerated(before, after);
    const [was, is] = isSuspended
      ? [withoutScheduling(bareBefore), withoutScheduling(bareAfter)]
      : [bareBefore, bareAfter];
    reportChanges(
      'batch/v1/Job',
      fields.map((field) => `spec.${field}`),
      [was, is],
      report,
      FIX,
    );
  },
};

/** What the server gives each Job to know its pods by. */
const GENERATED = ['controller-uid', 'job-name'].flatMap((label) => [label, `batch.kubernetes.io/${label}`]);

/** Two versions of a Job without the selector and the labels that the server generates, where one side leaves them to it. */
function withoutGenerated(before: Job, after: Job): readonly [Job, Job] {
  const both = [before, after] as const;
  if (both.some(({ spec }) => spec?.manualSelector === true)) return both;
  const isGiven = (label: string): boolean =>
    both.every(({ spec }) => spec?.template.metadata?.labels?.[label] !== undefined);
  const labels = GENERATED.filter((label) => !isGiven(label));
  const keepsSelector = both.every(({ spec }) => spec?.selector !== undefined);
  return [withoutKeys(before, labels, keepsSelector), withoutKeys(after, labels, keepsSelector)];
}

function withoutKeys(job: Job, generated: readonly string[], keepsSelector: boolean): Job {
  if (job.spec === undefined) return job;
  const { selector, template, ...spec } = job.spec;
  const labels = Object.entries(template.metadata?.labels ?? {}).filter(([label]) => !generated.includes(label));
  const metadata = { ...template.metadata, labels: Object.fromEntries(labels) };
  return {
    ...job,
    spec: { ...spec, ...(keepsSelector && { selector }), template: { ...template, metadata } },
  };
}

/** The Job without what of its template may change while it is suspended and has not begun. */
function withoutScheduling(job: Job): Job {
  const { metadata, spec } = job.spec?.template ?? {};
  if (job.spec === undefined || spec === undefined) return job;
  const pod = withoutNodeAffinity(withoutFields(spec, 'nodeSelector', 'tolerations', 'schedulingGates'));
  const template = { metadata: withoutFields(metadata ?? {}, 'annotations', 'labels'), spec: pod };
  return { ...job, spec: { ...job.spec, template } };
}

const jobCompletions: ChangeRule<'batch/v1/Job'> = {
  code: 'job-completions-change',
  severity: 'error',
  kinds: ['batch/v1/Job'],
  summary: 'The completions of a Job stay as they are; those of an indexed one change together with its parallelism.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateCompletions',
  check(before, after, report) {
    const [was, is] = [completionsOf(before), completionsOf(after)];
    // What is not given now stays, if the server made it of nothing before; and of a live one nobody knows.
    const wasOpen = isLive(before) || (before.spec?.completions === undefined && was !== undefined);
    if (was === is || (wasOpen && after.spec?.completions === undefined)) return;
    const at = ROOT.field('spec').field('completions');
    const now = after.spec?.completions === undefined ? 'is 1 where parallelism is not given' : 'is new';
    const change = `${was === undefined ? now : `was ${was} and is ${is ?? 'gone'}`}, but it cannot be changed`;
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

/** What the server takes: 1, where neither completions nor parallelism are given. */
function completionsOf({ spec }: Job): number | undefined {
  return spec?.completions ?? (spec?.parallelism === undefined ? 1 : undefined);
}

/** Changes of what runs until it is done. */
export const JOB_CHANGES: readonly AnyChangeRule[] = [jobChange, jobCompletions];
