import { dnsLabelProblem } from '../../../manifest/name';
import type { FieldRule, Rule } from '../../rule';

export const containers: Rule<'PodSpec'> = {
  code: 'no-containers',
  severity: 'error',
  on: 'PodSpec',
  summary: 'A pod has at least one container, because without one it never starts.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainers',
  check({ containers }, at, report) {
    if (containers.length === 0) report(at.field('containers'), 'has no items', 'add a container');
  },
};

export const containerName: FieldRule<'Container.name'> = {
  code: 'container-name',
  severity: 'error',
  fields: ['Container.name'],
  summary: 'The name of a container is a DNS label, because it becomes a host name and a part of file names.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateContainerCommon',
  problem: dnsLabelProblem,
};

/** Two alike in one of the lists are for the structure to tell: `duplicate-item`. */
export const duplicateContainerName: Rule<'PodSpec'> = {
  code: 'duplicate-container-name',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.initContainers'],
  summary: 'No init container has the name of a container, because logs and statuses are found by the name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateInitContainers',
  check({ containers, initContainers }, at, report) {
    if (initContainers === undefined) return;
    for (const [index, { name }] of initContainers.entries()) {
      const other = containers.findIndex((container) => container.name === name);
      if (other < 0) continue;
      const place = at.field('containers').item(other).text();
      report(
        at.field('initContainers').item(index).field('name'),
        `"${name}" is that of ${place}`,
        'rename one of them',
      );
    }
  },
};

export const ephemeralContainers: Rule<'PodSpec'> = {
  code: 'ephemeral-containers',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.ephemeralContainers'],
  summary:
    'Ephemeral containers are not in a manifest, because only `kubectl debug` can add them, and to a running pod.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidatePodCreate, ValidatePodTemplateSpec',
  check({ ephemeralContainers }, at, report) {
    if (ephemeralContainers === undefined || ephemeralContainers.length === 0) return;
    report(at.field('ephemeralContainers'), 'cannot be created with the pod', 'take it away, and use "kubectl debug"');
  },
};
