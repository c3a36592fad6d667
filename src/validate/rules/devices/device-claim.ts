import type { DeviceClaim } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { devicePropertyProblem } from './names';

const VALIDATION = 'pkg/apis/resource/validation/validation.go';

const LISTS = [
  'DeviceClaim.config',
  'DeviceClaim.constraints',
  'DeviceClaim.requests',
  'DeviceClaimConfiguration.requests',
  'DeviceClassSpec.config',
  'DeviceClassSpec.selectors',
  'DeviceConstraint.requests',
  'DeviceSubRequest.selectors',
  'ExactDeviceRequest.selectors',
] as const;

const MAX_ITEMS = 32;

export const deviceListLength: FieldRule<(typeof LISTS)[number]> = {
  code: 'device-list-length',
  severity: 'error',
  fields: LISTS,
  summary: 'A list of a claim or a class has at most 32 items, because each of them is weighed against each device.',
  mirrors: `${VALIDATION}: validateSlice, validateSet`,
  problem: ({ length }) => (length > MAX_ITEMS ? `has ${length} items; ${MAX_ITEMS} fit: take some away` : undefined),
};

export const deviceRequestReference: Rule<'DeviceClaim'> = {
  code: 'device-request-reference',
  severity: 'error',
  on: 'DeviceClaim',
  needs: ['DeviceClaimConfiguration.requests', 'DeviceConstraint.requests'],
  summary:
    'What is for some requests of a claim names requests that are in it, or "<request>/<alternative>", because others get no devices.',
  mirrors: `${VALIDATION}: validateRequestNameRef`,
  check(claim, at, report) {
    const names = requestNames(claim);
    for (const list of ['constraints', 'config'] as const) {
      for (const [index, { requests }] of (claim[list] ?? []).entries()) {
        if (requests === undefined || requests.every((name) => names.has(name))) continue;
        checkReferences(requests, names, at.field(list).item(index).field('requests'), report);
      }
    }
  },
};

function requestNames({ requests = [] }: DeviceClaim): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, firstAvailable = [] } of requests) {
    names.add(name);
    for (const alternative of firstAvailable) names.add(`${name}/${alternative.name}`);
  }
  return names;
}

function checkReferences(requests: readonly string[], names: ReadonlySet<string>, at: Path, report: Report): void {
  for (const [index, name] of requests.entries()) {
    if (names.has(name)) continue;
    const meant = [...names].find((each) => each.endsWith(`/${name}`)) ?? didYouMean(name, [...names]);
    const fix = meant === undefined ? 'name a request of the claim' : `write "${meant}"`;
    report(at.item(index), `"${name}" is no request of the claim`, fix);
  }
}

const NAME_ONE = 'name an attribute, such as "gpu.example.com/model"';

export const deviceConstraint: Rule<'DeviceConstraint'> = {
  code: 'device-constraint',
  severity: 'error',
  on: 'DeviceConstraint',
  summary:
    'A constraint names the attribute that its devices have in common with its domain, because drivers choose names of their own.',
  mirrors: `${VALIDATION}: validateDeviceConstraint`,
  check(constraint, at, report) {
    if (constraint.matchAttribute === undefined) {
      const why = constraint.distinctAttribute === undefined ? '' : ', and distinctAttribute is off by default';
      report(at.field('matchAttribute'), `is missing${why}`, NAME_ONE);
    }
    checkField(report, at, constraint, 'matchAttribute', matchAttributeProblem);
  },
};

function matchAttributeProblem(name: string): string | undefined {
  if (name === '') return `is empty: ${NAME_ONE}`;
  if (!name.includes('/')) return 'has no domain: write that of the driver and "/" before it';
  return devicePropertyProblem(name);
}
