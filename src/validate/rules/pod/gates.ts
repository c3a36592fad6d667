import type { FieldRule, Rule } from '../../rule';
import { isBarePod } from './bare-pod';
import { qualifiedNameProblem } from '../qualified-name';

export const gateName: FieldRule<'PodReadinessGate.conditionType' | 'PodSchedulingGate.name'> = {
  code: 'gate-name',
  severity: 'error',
  fields: ['PodReadinessGate.conditionType', 'PodSchedulingGate.name'],
  summary: 'A readiness or scheduling gate has a qualified name, by which its controller finds it.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateReadinessGates, validateSchedulingGates',
  problem: qualifiedNameProblem,
};

export const gatedNode: Rule<'PodSpec'> = {
  code: 'gated-node',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.schedulingGates'],
  summary: 'A Pod with schedulingGates has no nodeName, because the gates are there to hold it back from nodes.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodCreate',
  check({ nodeName = '', schedulingGates = [] }, at, report, context) {
    if (nodeName === '' || schedulingGates.length === 0 || !isBarePod(context)) return;
    report(at.field('nodeName'), `"${nodeName}" is there, but there are schedulingGates`, 'take one of them away');
  },
};
