import type { FieldRule, Rule } from '../../rule';
import { isBarePod } from './bare-pod';
import { containerResourceProblem } from './resource-names';
import { checkAmounts, checkNames } from './resources';
import { checkLabels } from '../meta/check-labels';

const MAX_INT32 = 2 ** 31 - 1;

export const activeDeadline: FieldRule<'PodSpec.activeDeadlineSeconds'> = {
  code: 'active-deadline',
  severity: 'error',
  fields: ['PodSpec.activeDeadlineSeconds'],
  summary: 'The activeDeadlineSeconds of a pod are from 1 to 2147483647, so that it has time to run.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodSpec',
  problem: (seconds) => (seconds >= 1 && seconds <= MAX_INT32 ? undefined : `is out of range: give 1 to ${MAX_INT32}`),
};

export const nodeSelectorLabels: Rule<'PodSpec'> = {
  code: 'node-selector',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.nodeSelector'],
  summary: 'A nodeSelector has keys and values of labels, because it is compared with the labels of nodes.',
  mirrors: 'apimachinery/pkg/apis/meta/v1/validation/validation.go: ValidateLabels',
  check({ nodeSelector }, at, report) {
    checkLabels(report, at, 'nodeSelector', nodeSelector);
  },
};

/** The classes that every cluster has, with their priorities. */
const SYSTEM_CLASSES: ReadonlyMap<string, number> = new Map([
  ['', 0],
  ['system-cluster-critical', 2_000_000_000],
  ['system-node-critical', 2_000_001_000],
]);

export const podPriority: Rule<'PodSpec'> = {
  code: 'pod-priority',
  severity: 'error',
  on: 'PodSpec',
  summary:
    'The priority of a Pod is that of its priorityClassName, because users must not take more than their class gives them.',
  mirrors: 'plugin/pkg/admission/priority/admission.go: admitPod',
  check({ priority, preemptionPolicy, priorityClassName = '' }, at, report, context) {
    const expected = SYSTEM_CLASSES.get(priorityClassName);
    if (expected === undefined || !isBarePod(context)) return;
    const ofClass = priorityClassName === '' ? 'of a Pod without a priorityClassName' : `of "${priorityClassName}"`;
    if (priority !== undefined && priority !== expected) {
      report(
        at.field('priority'),
        `${priority} is not that ${ofClass}, ${expected}`,
        'name a priorityClassName instead',
      );
    }
    if (preemptionPolicy !== 'Never') return;
    report(at.field('preemptionPolicy'), `"Never" is not that ${ofClass}`, 'name a priorityClassName that has it');
  },
};

export const podOverhead: Rule<'PodSpec'> = {
  code: 'pod-overhead',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.overhead'],
  summary: 'The overhead of a Pod comes from its RuntimeClass, so there is none without one.',
  mirrors: 'plugin/pkg/admission/runtimeclass/admission.go: validateOverhead',
  check({ overhead, runtimeClassName }, at, report, context) {
    if (overhead === undefined) return;
    checkNames(overhead, containerResourceProblem, at, 'overhead', report);
    checkAmounts(overhead, at, 'overhead', report);
    if (runtimeClassName !== undefined || !isBarePod(context)) return;
    report(
      at.field('overhead'),
      'is there without a runtimeClassName',
      'name the RuntimeClass, and take the overhead away',
    );
  },
};
