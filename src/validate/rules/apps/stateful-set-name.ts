import type { Rule } from '../../rule';

// The controller labels each pod with "<name>-<10-character hash>", and a label value holds 63.
const MAX = 52;

export const statefulSetName: Rule<'StatefulSet'> = {
  code: 'stateful-set-name-length',
  severity: 'warning',
  on: 'StatefulSet',
  summary: 'The name of a StatefulSet has at most 52 characters, because its pods have a label of it and 11 more.',
  mirrors: 'pkg/controller/statefulset/stateful_set_utils.go: newVersionedStatefulSetPod',
  check({ metadata }, at, report) {
    const { length } = metadata?.name ?? '';
    if (length <= MAX || length > 63) return;
    const message = `has ${length} characters; ${MAX} are the most with which pods can be made`;
    report(at.field('metadata').field('name'), message, 'shorten it');
  },
};
