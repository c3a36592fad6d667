import { canonicalIpAddressProblem, ipAddressProblem } from '../../../manifest/ip-address';
import type { FieldRule } from '../../rule';
import { canonicalCidrProblem, readCidr } from '../cidr';

const FIELDS = [
  'Endpoint.addresses[]',
  'EndpointAddress.ip',
  'HostAlias.ip',
  'IPBlock.cidr',
  'IPBlock.except[]',
  'PodDNSConfig.nameservers[]',
  'ServiceSpec.clusterIPs[]',
  'ServiceSpec.externalIPs[]',
  'ServiceSpec.loadBalancerIP',
  'ServiceSpec.loadBalancerSourceRanges[]',
] as const;

export const ipSpelling: FieldRule<(typeof FIELDS)[number]> = {
  code: 'ip-spelling',
  severity: 'warning',
  fields: FIELDS,
  summary:
    'An IP address or a range is spelled in the one way that every program reads alike: without leading zeros, and with no bits after the prefix.',
  mirrors: 'apimachinery/pkg/util/validation/ip.go: GetWarningsForIP, GetWarningsForCIDR',
  problem(text) {
    // That it is no address is said by the rule about the field.
    if (text.includes('/')) return readCidr(text) && canonicalCidrProblem(text);
    return ipAddressProblem(text) === undefined ? canonicalIpAddressProblem(text) : undefined;
  },
};
