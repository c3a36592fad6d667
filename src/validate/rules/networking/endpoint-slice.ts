import type { EndpointSlice } from '../../../../imports/kubernetes/types';
import { canonicalIpAddressProblem, ipAddressProblem } from '../../../manifest/ip-address';
import { dnsLabelProblem, dnsSubdomainProblem, labelKeyProblem, labelValueProblem } from '../../../manifest/name';
import { remember } from '../../../values/remember';
import { checkValue } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';
import { readAddress } from '../cidr';
import { endpointIpProblem } from '../endpoint-ip';

/** The server does without endpoints. */
type Slice = Pick<EndpointSlice, 'addressType'> & Partial<EndpointSlice>;

const MAX_ENDPOINTS = 1000;
const MAX_PORTS = 20_000;
const MAX_ADDRESSES = 100;

export const endpointSliceSize: Rule<'EndpointSlice'> = {
  code: 'endpoint-slice-size',
  severity: 'error',
  on: 'EndpointSlice',
  summary: 'An EndpointSlice has at most 1000 endpoints with 1 to 100 addresses each; for more there are more slices.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validateEndpoints, validatePorts',
  check({ endpoints = [], ports = [] }: Slice, at, report) {
    const lists = { endpoints: [endpoints.length, MAX_ENDPOINTS], ports: [ports.length, MAX_PORTS] } as const;
    for (const [field, [length, max]] of Object.entries(lists)) {
      if (length > max) report(at.field(field), `has ${length} items; ${max} are the most`, 'make another slice');
    }
    for (const [index, { addresses }] of endpoints.entries()) {
      const { length } = addresses;
      if (length > 0 && length <= MAX_ADDRESSES) continue;
      const here = at.field('endpoints').item(index).field('addresses');
      if (length === 0) report(here, 'has no items', 'give the address of the endpoint');
      else report(here, `has ${length} items; ${MAX_ADDRESSES} are the most`, 'make another endpoint');
    }
  },
};

export const endpointAddress: Rule<'EndpointSlice'> = {
  code: 'endpoint-address',
  severity: 'error',
  on: 'EndpointSlice',
  summary: 'The addresses of an EndpointSlice are of its type, and others can reach them: not 127.0.0.1, say.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validateEndpoints; ValidateEndpointIP of the core',
  check({ addressType, endpoints = [] }: Slice, at, report) {
    const problem = ADDRESS_PROBLEMS[addressType];
    for (const [index, { addresses }] of endpoints.entries()) {
      for (const [addressIndex, address] of addresses.entries()) {
        if (problem(address) === undefined) continue;
        const list = at.field('endpoints').item(index).field('addresses');
        checkValue(report, list, addressIndex, address, problem);
      }
    }
  },
};

const ADDRESS_PROBLEMS: Readonly<Record<EndpointSlice['addressType'], (address: string) => string | undefined>> = {
  FQDN: domainProblem,
  IPv4: remember((address) => ipAddressProblem(address) ?? familyProblem(address, 32) ?? endpointIpProblem(address)),
  IPv6: remember(
    (address) => canonicalIpAddressProblem(address) ?? familyProblem(address, 128) ?? endpointIpProblem(address),
  ),
};

function familyProblem(address: string, bits: 32 | 128): string | undefined {
  if (readAddress(address)?.bits === bits) return undefined;
  return `is not of this addressType: make a slice of ${bits === 32 ? 'IPv6' : 'IPv4'} for it`;
}

function domainProblem(name: string): string | undefined {
  const domain = name.replace(/\.$/, '');
  const problem = name === '' ? dnsSubdomainProblem(name) : domain.split('.').map(dnsLabelProblem).find(Boolean);
  if (problem !== undefined) return problem;
  if (!domain.includes('.')) return 'is a domain of one part: write all of it, such as "db.example.com"';
  return dnsSubdomainProblem(domain);
}

export const endpointNode: FieldRule<'Endpoint.nodeName' | 'ForNode.name'> = {
  code: 'endpoint-node',
  severity: 'error',
  fields: ['Endpoint.nodeName', 'ForNode.name'],
  summary: 'The node of an endpoint has a DNS subdomain for a name.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validateEndpoints, validateHints',
  problem: dnsSubdomainProblem,
};

export const endpointHostname: FieldRule<'Endpoint.hostname'> = {
  code: 'endpoint-hostname',
  severity: 'error',
  fields: ['Endpoint.hostname'],
  summary: 'The host name of an endpoint is a DNS label.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validateEndpoints',
  problem: dnsLabelProblem,
};

export const endpointPortName: FieldRule<'EndpointSlicePort.name'> = {
  code: 'endpoint-port-name',
  severity: 'error',
  fields: ['EndpointSlicePort.name'],
  summary: 'The name of a port of an EndpointSlice is a DNS label, or empty.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validatePorts',
  problem: (name) => (name === '' ? undefined : dnsLabelProblem(name)),
};

export const endpointProtocol: FieldRule<'EndpointSlicePort.appProtocol'> = {
  code: 'endpoint-protocol',
  severity: 'error',
  fields: ['EndpointSlicePort.appProtocol'],
  summary: 'The appProtocol of a port is a name, or a domain, "/" and a name.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validatePorts',
  problem: labelKeyProblem,
};

export const endpointZone: FieldRule<'ForZone.name'> = {
  code: 'endpoint-zone',
  severity: 'error',
  fields: ['ForZone.name'],
  summary: 'The zone that an endpoint is for is the value of a label of nodes.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validateHints',
  problem: labelValueProblem,
};

const MAX_HINTS = 8;

export const endpointHints: Rule<'EndpointHints'> = {
  code: 'endpoint-hints',
  severity: 'error',
  on: 'EndpointHints',
  summary: 'An endpoint is for at most 8 zones and 8 nodes.',
  mirrors: 'pkg/apis/discovery/validation/validation.go: validateHints',
  check(hints, at, report) {
    for (const field of ['forZones', 'forNodes'] as const) {
      const { length } = hints[field] ?? [];
      if (length > MAX_HINTS) report(at.field(field), `has ${length} items; ${MAX_HINTS} are the most`, 'keep fewer');
    }
  },
};
