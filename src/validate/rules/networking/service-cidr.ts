import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { Rule } from '../../rule';
import { pathSegmentProblem } from '../format/path-segment';
import { canonicalCidrProblem, readCidr } from '../cidr';

const MAX = 2;

export const serviceCidrs: Rule<'ServiceCIDRSpec'> = {
  code: 'service-cidrs',
  severity: 'error',
  on: 'ServiceCIDRSpec',
  summary: 'A ServiceCIDR has a range of IP addresses, or one of IPv4 and one of IPv6, in canonical form.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateServiceCIDRSpec',
  check({ cidrs = [] }, at, report) {
    const list = at.field('cidrs');
    if (cidrs.length === 0) report(list, 'has no items', 'add a range, such as "10.96.0.0/16"');
    if (cidrs.length > MAX)
      report(list, `has ${cidrs.length} items; ${MAX} are the most`, 'make a ServiceCIDR of each');
    if (cidrs.length > MAX) return;
    for (const [index, cidr] of cidrs.entries()) checkValue(report, list, index, cidr, canonicalCidrProblem);
    const [first, second] = cidrs.map((cidr) => readCidr(cidr)?.bits);
    if (first === undefined || first !== second) return;
    report(list.item(1), 'is of the same family as the one before', 'make another ServiceCIDR of it');
  },
};

export const ipAddressParent: Rule<'ParentReference'> = {
  code: 'ip-address-parent',
  severity: 'error',
  on: 'ParentReference',
  summary: 'The owner of an IPAddress is named by what can be parts of its URL.',
  mirrors: 'pkg/apis/networking/validation/validation.go: validateIPAddressParentReference',
  check(parent, at, report) {
    checkField(report, at, parent, 'group', (group) => (group === '' ? undefined : dnsSubdomainProblem(group)));
    checkField(report, at, parent, 'resource', pathSegmentProblem);
    checkField(report, at, parent, 'name', pathSegmentProblem);
    checkField(report, at, parent, 'namespace', (name) => (name === '' ? undefined : pathSegmentProblem(name)));
  },
};
