import type { ResourceSliceSpec } from '../../../../imports/kubernetes/types';
import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';

const VALIDATION = 'pkg/apis/resource/validation/validation.go';

export const sliceNodes: Rule<'ResourceSliceSpec'> = {
  code: 'slice-nodes',
  severity: 'error',
  on: 'ResourceSliceSpec',
  summary:
    'The devices of a slice are on one node, on those of one selector term, or on all, because pods that get one go where it is.',
  mirrors: `${VALIDATION}: validateResourceSliceSpec`,
  check(spec, at, report) {
    const { nodeSelector, allNodes } = spec;
    checkField(report, at, spec, 'nodeName', nodeNameProblem);
    if (allNodes === false) report(at.field('allNodes'), 'is false', 'write true, or take it away');
    if (nodeSelector !== undefined && nodeSelector.nodeSelectorTerms.length > 1) {
      report(at.field('nodeSelector').field('nodeSelectorTerms'), 'has more than one item', 'keep one');
    }
    const [first, second] = placesOf(spec);
    if (second !== undefined) report(at.field(second), `is there beside ${first}`, 'keep one of them');
    if (first !== undefined) return;
    const why = spec.perDeviceNodeSelection === true ? ', and perDeviceNodeSelection is off by default' : '';
    report(at, `names no nodes${why}`, 'give it nodeName, nodeSelector or allNodes');
  },
};

/** Without perDeviceNodeSelection, which the server drops by default. */
function placesOf({ nodeName = '', nodeSelector, allNodes }: ResourceSliceSpec): readonly string[] {
  const places: string[] = [];
  if (nodeName !== '') places.push('nodeName');
  if (nodeSelector !== undefined) places.push('nodeSelector');
  if (allNodes === true) places.push('allNodes');
  return places;
}

function nodeNameProblem(name: string): string | undefined {
  return name === '' ? 'is empty: name the node, or take it away' : dnsSubdomainProblem(name);
}

const MAX_DEVICES = 128;

export const sliceDevices: FieldRule<'ResourceSliceSpec.devices'> = {
  code: 'slice-devices',
  severity: 'error',
  fields: ['ResourceSliceSpec.devices'],
  summary: 'A slice has at most 128 devices, because a pool of more has several slices.',
  mirrors: `${VALIDATION}: validateResourceSliceSpec`,
  problem: ({ length }) =>
    length > MAX_DEVICES ? `has ${length} items; ${MAX_DEVICES} fit: put some into another slice` : undefined,
};

const MAX_NAME = 253;

export const resourcePool: Rule<'ResourcePool'> = {
  code: 'resource-pool',
  severity: 'error',
  on: 'ResourcePool',
  summary:
    'A pool is named by DNS subdomains with "/" between them, and consists of one slice or more, because schedulers wait until they have all.',
  mirrors: `${VALIDATION}: validateResourcePool`,
  check(pool, at, report) {
    checkField(report, at, pool, 'name', poolNameProblem);
    checkField(report, at, pool, 'resourceSliceCount', sliceCountProblem);
  },
};

function poolNameProblem(name: string): string | undefined {
  if (name === '') return 'is empty: write a name, such as that of the node';
  if (name.length > MAX_NAME) return `has ${name.length} characters; the name of a pool holds ${MAX_NAME}: shorten it`;
  for (const part of name.split('/')) {
    const problem = dnsSubdomainProblem(part);
    if (problem !== undefined) return part === name ? problem : `has a part, "${part}", that ${problem}`;
  }
  return undefined;
}

function sliceCountProblem(count: number): string | undefined {
  return count < 1 ? 'is less than 1: give the number of slices of the pool' : undefined;
}
