import type { Rule } from '../../rule';

export const revisionData: Rule<'ControllerRevision'> = {
  code: 'revision-data',
  severity: 'error',
  on: 'ControllerRevision',
  summary: 'A ControllerRevision has the data that it keeps.',
  mirrors: 'pkg/apis/apps/validation/validation.go: ValidateControllerRevisionCreate',
  check({ data }, at, report) {
    if (data === undefined)
      report(at.field('data'), 'is missing', 'add the state that the controller is to go back to');
  },
};
