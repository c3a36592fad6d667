import { portNameProblem } from '../../../manifest/name';
import { portProblem } from '../../../manifest/port';
import { checkField, checkValue } from '../../check-field';
import type { Rule } from '../../rule';
import { cidrProblem, isPartOf, readCidr } from '../cidr';

export const policyPort: Rule<'NetworkPolicyPort'> = {
  code: 'policy-port',
  severity: 'error',
  on: 'NetworkPolicyPort',
  summary: 'A port of a NetworkPolicy is a number from 1 to 65535 or the name of a port; only a number begins a range.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateNetworkPolicyPort',
  check(policyPort, at, report) {
    const { port, endPort } = policyPort;
    checkField(report, at, policyPort, 'port', (port) =>
      typeof port === 'string' && !/^\d+$/.test(port) ? portNameProblem(port) : portProblem(port),
    );
    if (endPort === undefined) return;
    if (typeof port !== 'number') {
      const fact = port === undefined ? 'is there without port' : 'is there beside the name of a port';
      report(at.field('endPort'), fact, 'give the number of the first port, or take it away');
    } else if (endPort < port)
      report(at.field('endPort'), `is ${endPort}, and port is ${port}`, 'give a larger number');
    else checkField(report, at, policyPort, 'endPort', portProblem);
  },
};

export const policyPeer: Rule<'NetworkPolicyPeer'> = {
  code: 'policy-peer',
  severity: 'error',
  on: 'NetworkPolicyPeer',
  summary: 'A peer of a NetworkPolicy is a range of addresses, or pods, and says which.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateNetworkPolicyPeer',
  check({ ipBlock, namespaceSelector, podSelector }, at, report) {
    const isSelector = namespaceSelector !== undefined || podSelector !== undefined;
    if (ipBlock !== undefined && isSelector) {
      report(at.field('ipBlock'), 'is there beside a selector', 'make two peers of it');
    } else if (ipBlock === undefined && !isSelector) {
      report(at, 'names nobody', 'add podSelector, namespaceSelector or ipBlock; an empty one stands for all');
    }
  },
};

export const ipBlock: Rule<'IPBlock'> = {
  code: 'ip-block',
  severity: 'error',
  on: 'IPBlock',
  summary: 'A block is a range of IP addresses, and what is excepted is a smaller range in it.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateIPBlock',
  check(block, at, report) {
    checkField(report, at, block, 'cidr', cidrProblem);
    const whole = readCidr(block.cidr);
    if (whole === undefined || block.except === undefined) return;
    for (const [index, except] of block.except.entries()) {
      const part = readCidr(except);
      if (part !== undefined && isPartOf(part, whole)) continue;
      const list = at.field('except');
      if (part === undefined) checkValue(report, list, index, except, cidrProblem);
      else
        report(list.item(index), `"${except}" is not a smaller range in "${block.cidr}"`, 'give one, or take it away');
    }
  },
};

const MAX_TYPES = 2;

export const policyTypes: Rule<'NetworkPolicySpec'> = {
  code: 'policy-types',
  severity: 'error',
  on: 'NetworkPolicySpec',
  summary: 'The policyTypes are at most two, because there are no others.',
  mirrors: 'pkg/apis/networking/validation/validation.go: ValidateNetworkPolicySpec',
  check({ policyTypes = [] }, at, report) {
    if (policyTypes.length <= MAX_TYPES) return;
    report(at.field('policyTypes'), `has ${policyTypes.length} items`, 'write each type once');
  },
};
