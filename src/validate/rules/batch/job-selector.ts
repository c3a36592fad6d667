import type { LabelSelector, PodTemplateSpec } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';
import { matchesSelector } from '../../selector';
import { reportMismatch } from '../apps/selector';
import { isValidSelector } from '../format/label-selector';

export const jobSelector: Rule<'Job'> = {
  code: 'job-selector',
  severity: 'error',
  on: 'Job',
  summary: 'A Job has the selector that the server makes for it, or with manualSelector one that its pods match.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateGeneratedSelector, ValidateJobSpec',
  check({ metadata, spec }, at, report) {
    if (spec === undefined) return;
    const { selector, manualSelector, template } = spec;
    const here = at.field('spec');
    if (manualSelector === true) {
      if (selector === undefined) {
        report(here.field('selector'), 'is missing, and manualSelector is true', 'add the selector, or take that away');
      } else if (!matchesSelector(selector, template.metadata?.labels) && isValidSelector(selector)) {
        reportMismatch(selector, template, here, report);
      }
    } else if (selector !== undefined && !isAsGenerated(selector, template, metadata?.name)) {
      const fix = 'take it away, or add manualSelector: true';
      report(here.field('selector'), 'is not the one that the server makes', fix);
    }
  },
};

const NAME_LABELS = ['batch.kubernetes.io/job-name', 'job-name'];
const UID_LABELS = ['batch.kubernetes.io/controller-uid', 'controller-uid'];
/** What nobody can know before the object is there, and no label can be. */
const UNKNOWN = '\0';

function isAsGenerated(selector: LabelSelector, { metadata }: PodTemplateSpec, name = UNKNOWN): boolean {
  const generated: Record<string, string> = {};
  for (const key of NAME_LABELS) generated[key] = name;
  for (const key of UID_LABELS) generated[key] = UNKNOWN;
  const ofPods = { ...metadata?.labels, ...generated };
  return (matchesSelector(selector, generated) && matchesSelector(selector, ofPods)) || !isValidSelector(selector);
}

export const jobLabel: Rule<'Job'> = {
  code: 'job-label',
  severity: 'error',
  on: 'Job',
  summary: 'The pods of a Job get the labels of its name and uid from the server, which refuses others.',
  mirrors: 'pkg/apis/batch/validation/validation.go: validateGeneratedSelector',
  check({ metadata, spec }, at, report) {
    const labels = spec?.template.metadata?.labels;
    if (labels === undefined || spec?.manualSelector === true) return;
    for (const [keys, value] of [
      [NAME_LABELS, metadata?.name],
      [UID_LABELS, undefined],
    ] as const) {
      for (const key of keys) {
        if (labels[key] === undefined || labels[key] === value) continue;
        const here = at.field('spec').field('template').field('metadata').field('labels').field(key);
        report(here, `"${labels[key]}" is for the server to give`, 'take it away');
      }
    }
  },
};

export const jobTemplateSelector: Rule<'JobTemplateSpec'> = {
  code: 'job-template-selector',
  severity: 'error',
  on: 'JobTemplateSpec',
  needs: ['JobSpec.selector', 'JobSpec.manualSelector'],
  summary: 'The Jobs of a CronJob have no selector, because each would select the pods of the others.',
  mirrors: 'pkg/apis/batch/validation/validation.go: ValidateJobTemplateSpec',
  check({ spec }, at, report) {
    const here = at.field('spec');
    if (spec?.selector !== undefined) report(here.field('selector'), 'is for the server to make', 'take it away');
    if (spec?.manualSelector === true) report(here.field('manualSelector'), 'is true, and cannot be', 'take it away');
  },
};
