import type { PriorityClass } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';

const MAX = 1_000_000_000;

/** The classes that Kubernetes makes itself, with their values. */
const OF_KUBERNETES: Readonly<Record<string, number>> = {
  'system-cluster-critical': 2 * MAX,
  'system-node-critical': 2 * MAX + 1000,
};

export const priority: Rule<'PriorityClass'> = {
  code: 'priority',
  severity: 'error',
  on: 'PriorityClass',
  summary: 'A priority is at most a billion, because those above are for the two classes of Kubernetes itself.',
  mirrors: 'pkg/apis/scheduling/validation/validation.go: ValidatePriorityClass',
  // The server does without a value.
  check({ metadata, value = 0, globalDefault = false }: Partial<PriorityClass>, at, report) {
    const { name = '' } = metadata ?? {};
    const own = Object.hasOwn(OF_KUBERNETES, name) ? OF_KUBERNETES[name] : undefined;
    if (own === undefined) {
      // Other names that begin with "system-" are refused as names.
      if (value <= MAX || name.startsWith('system-')) return;
      report(at.field('value'), `is ${value}; ${MAX} is the most`, 'give less');
      return;
    }
    if (value !== own) report(at.field('value'), `is ${value}, and that of "${name}" is ${own}`, 'take another name');
    if (globalDefault) report(at.field('globalDefault'), `is true, and "${name}" is not for all pods`, 'take it away');
  },
};
