import type { ServiceSpec } from '../../../../imports/kubernetes/types';
import { ipAddressProblem } from '../../../manifest/ip-address';
import { dnsSubdomainProblem } from '../../../manifest/name';
import { checkField, checkValue } from '../../check-field';
import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { readAddress } from '../cidr';
import { endpointIpProblem } from '../endpoint-ip';
import { clusterIPsOf, isHeadless } from './service-type';

export const externalName: Rule<'ServiceSpec'> = {
  code: 'external-name',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.type'],
  summary:
    'A Service of type ExternalName names a domain and has no address, because it is an alias in DNS and nothing more.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService',
  check(spec, at, report) {
    if (spec.type !== 'ExternalName') return;
    if (/^\.?$/.test(spec.externalName ?? ''))
      report(at, 'has no externalName', 'name the domain, such as "db.example.com"');
    else checkField(report, at, spec, 'externalName', (name) => dnsSubdomainProblem(name.replace(/\.$/, '')));
    for (const field of ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy'] as const) {
      if ((spec[field] ?? '').length > 0) report(at.field(field), 'is for a Service with an address', 'take it away');
    }
  },
};

export const headlessService: Rule<'ServiceSpec'> = {
  code: 'headless-service',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.type'],
  summary:
    'A headless Service is of type ClusterIP, because node ports and load balancers lead to the address that it does not have.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService',
  check(spec, at, report) {
    if ((spec.type !== 'LoadBalancer' && spec.type !== 'NodePort') || !isHeadless(spec)) return;
    report(at.field('clusterIP'), `"None" is not for a Service of type ${spec.type}`, 'take it away, or the type');
  },
};

export const clusterIPs: Rule<'ServiceSpec'> = {
  code: 'cluster-ips',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.clusterIP', 'ServiceSpec.clusterIPs'],
  summary: 'The addresses of a Service are "None", or one of each family at most, and clusterIP is the first of them.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateServiceClusterIPsRelatedFields',
  check(spec, at, report) {
    const { type, clusterIP = '', ipFamilies = [] } = spec;
    const addresses = clusterIPsOf(spec);
    if (type === 'ExternalName' || addresses.length === 0) return;
    const list = at.field('clusterIPs');
    if (addresses[0] !== clusterIP) {
      const fix = 'give the first of clusterIPs as clusterIP too';
      if (clusterIP === '') report(list, 'is there without clusterIP', fix);
      else report(at.field('clusterIP'), `"${clusterIP}" is not the first of clusterIPs`, fix);
    }
    if (isHeadless(spec)) return;
    if (addresses[0] === 'None') {
      report(list, 'has more than "None"', 'take the others away');
      return;
    }
    if (reportAddresses(spec, at, report)) return;
    if (addresses.length > 2) report(list, `has ${addresses.length} items`, 'keep one IPv4 and one IPv6 address');
    const families = addresses.map(familyOf);
    if (families.length === 2 && families[0] === families[1]) {
      report(list, `has two ${families[0]} addresses`, 'keep one of each family');
    }
    for (const [index, family] of families.entries()) {
      const wanted = ipFamilies[index];
      if (wanted === undefined || wanted === '' || wanted === family) continue;
      const message = `is an ${family} address, and ipFamilies[${index}] is ${wanted}`;
      report(
        spec.clusterIPs?.length ? list.item(index) : at.field('clusterIP'),
        message,
        'give another address, or change the family',
      );
    }
  },
};

/** Reports the addresses that are none, and returns whether there are some. */
function reportAddresses(spec: ServiceSpec, at: Path, report: Report): boolean {
  const { clusterIPs = [] } = spec;
  if (clusterIPs.length === 0) checkField(report, at, spec, 'clusterIP', ipAddressProblem);
  for (const [index, address] of clusterIPs.entries()) {
    checkValue(report, at.field('clusterIPs'), index, address, ipAddressProblem);
  }
  return clusterIPsOf(spec).some((address) => ipAddressProblem(address) !== undefined);
}

function familyOf(address: string): 'IPv4' | 'IPv6' {
  return readAddress(address)?.bits === 32 ? 'IPv4' : 'IPv6';
}

export const ipFamilyPolicy: Rule<'ServiceSpec'> = {
  code: 'ip-family-policy',
  severity: 'error',
  on: 'ServiceSpec',
  needs: ['ServiceSpec.clusterIPs', 'ServiceSpec.ipFamilies'],
  summary: 'A Service with addresses of two families says so in ipFamilyPolicy, because one is the default.',
  mirrors: 'pkg/registry/core/service/storage/alloc.go: initIPFamilyFields',
  check(spec, at, report) {
    const { type, clusterIP, selector = {}, ipFamilies = [], ipFamilyPolicy } = spec;
    if (type === 'ExternalName') return;
    if (ipFamilies.includes(''))
      report(at.field('ipFamilies').item(ipFamilies.indexOf('')), 'is empty', 'write "IPv4" or "IPv6"');
    const isDualByDefault = clusterIP === 'None' && Object.keys(selector).length === 0;
    if (ipFamilyPolicy === undefined ? isDualByDefault : ipFamilyPolicy !== 'SingleStack') return;
    for (const field of ['clusterIPs', 'ipFamilies'] as const) {
      if (new Set(spec[field]).size !== 2) continue;
      report(
        at.field(field),
        'has two items, and ipFamilyPolicy is SingleStack',
        'set ipFamilyPolicy to "PreferDualStack"',
      );
    }
  },
};

export const externalIP: FieldRule<'ServiceSpec.externalIPs[]'> = {
  code: 'external-ip',
  severity: 'error',
  fields: ['ServiceSpec.externalIPs[]'],
  summary: 'The external addresses of a Service are IP addresses that others can reach: not 127.0.0.1, say.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateService, ValidateEndpointIP',
  problem: (address) => ipAddressProblem(address) ?? endpointIpProblem(address),
};
