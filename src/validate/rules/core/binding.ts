import type { Rule } from '../../rule';

export const bindingTarget: Rule<'Binding'> = {
  code: 'binding-target',
  severity: 'error',
  on: 'Binding',
  summary: 'A Binding gives a pod to a node by its name.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodBinding',
  check({ target }, at, report) {
    const { kind = '', name = '' } = target;
    const here = at.field('target');
    if (kind !== '' && kind !== 'Node') report(here.field('kind'), `"${kind}" runs no pods`, 'write "Node"');
    if (name === '') report(here.field('name'), 'is missing', 'name the node');
  },
};
