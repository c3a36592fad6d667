import type { ContainerResourceClaim } from '../../../../imports/kubernetes/types';
import { dnsLabelProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Path } from '../../path';
import type { Report, Rule } from '../../rule';
import { eachContainer } from './each-container';

export const podResourceClaim: Rule<'PodResourceClaim'> = {
  code: 'pod-resource-claim',
  severity: 'error',
  on: 'PodResourceClaim',
  summary: 'A claim of a pod has a DNS label for a name, and is one claim or made from one template.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodResourceClaim',
  check(claim, at, report) {
    checkField(report, at, claim, 'name', dnsLabelProblem);
    const { resourceClaimName, resourceClaimTemplateName } = claim;
    if (resourceClaimName === undefined && resourceClaimTemplateName === undefined) {
      report(at, 'names no claim', 'give a resourceClaimName or a resourceClaimTemplateName');
    } else if (resourceClaimName !== undefined && resourceClaimTemplateName !== undefined) {
      report(at.field('resourceClaimTemplateName'), 'is there beside resourceClaimName', 'keep one of them');
    }
  },
};

export const containerResourceClaims: Rule<'PodSpec'> = {
  code: 'container-resource-claims',
  severity: 'error',
  on: 'PodSpec',
  needs: ['ContainerResourceClaim'],
  summary: 'A container claims what is in spec.resourceClaims, and each of it once.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateResourceClaimNames',
  check(spec, at, report) {
    eachContainer(spec, ({ resources }, list, index) => {
      if (resources?.claims === undefined) return;
      const names = (spec.resourceClaims ?? []).map(({ name }) => name);
      checkClaims(resources.claims, names, at.field(list).item(index).field('resources').field('claims'), report);
    });
  },
};

function checkClaims(
  claims: readonly ContainerResourceClaim[],
  names: readonly string[],
  at: Path,
  report: Report,
): void {
  for (const [index, claim] of claims.entries()) {
    const { name, request = '' } = claim;
    const here = at.item(index);
    if (name === '') {
      report(here.field('name'), 'is empty', 'name a claim of spec.resourceClaims');
      continue;
    }
    if (request !== '') checkField(report, here, claim, 'request', dnsLabelProblem);
    if (!names.includes(name))
      report(here.field('name'), `"${name}" is no claim of the pod`, 'add it to spec.resourceClaims');
    // A claim as a whole overlaps with each of its requests.
    const other = claims.findIndex((each) => {
      return each.name === name && (request === '' || (each.request ?? '') === '' || each.request === request);
    });
    if (other < index) report(here, `overlaps with ${at.item(other).text()}`, 'take one of them away');
  }
}
