import { ipAddressProblem } from '../../../manifest/ip-address';
import { dnsLabelProblem, dnsSubdomainProblem } from '../../../manifest/name';
import { checkField } from '../../check-field';
import type { Rule } from '../../rule';
import { endpointIpProblem } from '../endpoint-ip';

export const endpointsAddress: Rule<'EndpointAddress'> = {
  code: 'endpoints-address',
  severity: 'error',
  on: 'EndpointAddress',
  summary:
    'An address of Endpoints is an IP address that others can reach; its host is a DNS label, its node a DNS subdomain.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateEndpointAddress',
  check(address, at, report) {
    checkField(report, at, address, 'ip', (ip) => ipAddressProblem(ip) ?? endpointIpProblem(ip));
    if (address.hostname !== '') checkField(report, at, address, 'hostname', dnsLabelProblem);
    checkField(report, at, address, 'nodeName', dnsSubdomainProblem);
  },
};

export const endpointsSubset: Rule<'EndpointSubset'> = {
  code: 'endpoints-subset',
  severity: 'error',
  on: 'EndpointSubset',
  summary: 'A subset of Endpoints has addresses, ready or not, because ports alone lead nowhere.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateEndpointSubsets',
  check({ addresses = [], notReadyAddresses = [] }, at, report) {
    if (addresses.length + notReadyAddresses.length === 0)
      report(at, 'has no addresses', 'give addresses, or take it away');
  },
};

export const endpointsPortName: Rule<'EndpointSubset'> = {
  code: 'endpoints-port-name',
  severity: 'error',
  on: 'EndpointSubset',
  summary:
    'Each of several ports of a subset has a name, a DNS label, because it belongs to the port of the Service of that name.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateEndpointPort',
  check({ ports = [] }, at, report) {
    for (const [index, port] of ports.entries()) {
      const here = at.field('ports').item(index);
      if ((port.name ?? '') !== '') checkField(report, here, port, 'name', dnsLabelProblem);
      else if (ports.length > 1) report(here, 'has no name', 'name each of several ports');
    }
  },
};
