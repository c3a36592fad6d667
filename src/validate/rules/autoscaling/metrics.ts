import type { MetricSpec, MetricTarget } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem } from '../../../manifest/name';
import { amountOf } from '../../amount';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';
import { containerResourceProblem } from '../pod/resource-names';

const SOURCES = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
} as const satisfies Readonly<Record<MetricSpec['type'], keyof MetricSpec>>;

export const metricSource: Rule<'MetricSpec'> = {
  code: 'metric-source',
  severity: 'error',
  on: 'MetricSpec',
  summary: 'A metric has the source of its type, and no other.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateMetricSpec',
  check(metric, at, report) {
    const wanted = SOURCES[metric.type];
    const types = (Object.keys(SOURCES) as MetricSpec['type'][]).filter((type) => metric[SOURCES[type]] !== undefined);
    const [first] = types;
    if (first !== undefined && types.length === 1 && first !== metric.type) {
      report(at.field('type'), `is "${metric.type}", and the source is ${SOURCES[first]}`, `write "${first}"`);
      return;
    }
    if (metric[wanted] === undefined)
      report(at.field(wanted), `is missing, and the type is "${metric.type}"`, 'add it');
    for (const type of types) {
      if (type === metric.type) continue;
      report(at.field(SOURCES[type]), `is there, and the type is "${metric.type}"`, 'make another metric of it');
    }
  },
};

export const metricName: FieldRule<'MetricIdentifier.name'> = {
  code: 'metric-name',
  severity: 'error',
  fields: ['MetricIdentifier.name'],
  summary: 'The name of a metric can be a part of a URL, because the server asks for it so.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateMetricIdentifier',
  problem: pathSegmentProblem,
};

export const metricResource: Rule<'ContainerResourceMetricSource' | 'ResourceMetricSource'> = {
  code: 'metric-resource',
  severity: 'error',
  on: ['ContainerResourceMetricSource', 'ResourceMetricSource'],
  summary: 'A metric of a resource names it, and one of a container that container.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateResourceSource, validateContainerResourceSource',
  check(source, at, report) {
    if (source.name === '') report(at.field('name'), 'is empty', 'name the resource: "cpu" or "memory"');
    if (!('container' in source)) return;
    if (source.name !== '') checkField(report, at, source, 'name', containerResourceProblem);
    checkField(report, at, source, 'container', dnsLabelProblem);
  },
};

export const metricTarget: Rule<'MetricSpec'> = {
  code: 'metric-target',
  severity: 'error',
  on: 'MetricSpec',
  summary: 'A metric has a target of more than 0 that fits its type.',
  mirrors: 'pkg/apis/autoscaling/validation/validation.go: validateMetricTarget and the function of each source',
  check(metric, at, report) {
    const source = SOURCES[metric.type];
    const target = metric[source]?.target;
    if (target !== undefined) checkTarget(target, metric.type, at.field(source).field('target'), report);
  },
};

function checkTarget(target: MetricTarget, type: MetricSpec['type'], at: Path, report: Report): void {
  checkField(report, at, target, 'value', positiveProblem);
  checkField(report, at, target, 'averageValue', positiveProblem);
  const { value, averageValue, averageUtilization } = target;
  const [field, other] =
    type === 'Resource' || type === 'ContainerResource'
      ? (['averageUtilization', averageUtilization] as const)
      : (['value', value] as const);
  if (averageValue === undefined) {
    if (type === 'Pods') report(at.field('averageValue'), 'is missing', 'say how much each pod should have');
    else if (other === undefined) report(at.field('averageValue'), `is missing, and so is ${field}`, 'add one of them');
  } else if (other !== undefined && type !== 'Pods' && type !== 'Object') {
    report(at.field('averageValue'), `is there beside ${field}`, 'keep one of them');
  }
}

function positiveProblem(amount: number | string): string | undefined {
  return amountOf(amount) > 0n ? undefined : 'is not more than 0: give more';
}
