import type { FieldRule } from '../../rule';

export const revisionHistory: FieldRule<'StatefulSetSpec.revisionHistoryLimit'> = {
  code: 'revision-history',
  severity: 'warning',
  fields: ['StatefulSetSpec.revisionHistoryLimit'],
  summary: 'A StatefulSet keeps a number of revisions from 0 up, because with a negative one it keeps all for ever.',
  mirrors: 'pkg/registry/apps/statefulset/strategy.go: WarningsOnCreate',
  problem: (limit) => (limit < 0 ? 'is negative, which keeps all revisions: give the number of them' : undefined),
};
