import { dnsLabelProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';
import { checkLabels } from '../meta/check-labels';
import { containerResourceProblem } from '../pod/resource-names';
import { checkAmounts, checkNames, hugePages } from '../pod/resources';

export const runtimeHandler: FieldRule<'RuntimeClass.handler'> = {
  code: 'runtime-handler',
  severity: 'error',
  fields: ['RuntimeClass.handler'],
  summary: 'The handler of a RuntimeClass is a DNS label, because nodes name their container runtimes so.',
  mirrors: 'pkg/apis/node/validation/validation.go: ValidateRuntimeClass',
  problem: dnsLabelProblem,
};

export const runtimeOverhead: Rule<'Overhead'> = {
  code: 'runtime-overhead',
  severity: 'error',
  on: 'Overhead',
  summary: 'What a runtime needs for itself are amounts of resources, as containers have.',
  mirrors: 'pkg/apis/node/validation/validation.go: validateOverhead',
  check({ podFixed }, at, report, context) {
    if (podFixed === undefined) return;
    checkNames(podFixed, containerResourceProblem, at, 'podFixed', report);
    checkAmounts(podFixed, at, 'podFixed', report);
    const reportHere: typeof report = (limit, message, fix) =>
      report(at.field('podFixed').field(String(limit.step)), message, fix);
    hugePages.check({ limits: podFixed }, at, reportHere, context);
  },
};

export const runtimeNodeSelector: Rule<'Scheduling'> = {
  code: 'runtime-node-selector',
  severity: 'error',
  on: 'Scheduling',
  summary: 'A RuntimeClass selects nodes by keys and values that labels can have.',
  mirrors: 'pkg/apis/node/validation/validation.go: validateScheduling',
  check({ nodeSelector }, at, report) {
    checkLabels(report, at, 'nodeSelector', nodeSelector);
  },
};
