import type { NetworkPolicy, NetworkPolicyEgressRule } from '../../../../imports/kubernetes/types';
import { ROOT } from '../../path';
import type { AppRule } from '../../rule';

export const blockedDns: AppRule = {
  code: 'blocked-dns',
  severity: 'warning',
  on: 'the whole app',
  needs: ['NetworkPolicy'],
  summary:
    'A NetworkPolicy that names where requests may go lets the pods ask for names, or they reach nothing by name.',
  check(inventory, report) {
    const policies = inventory.ofKind('networking.k8s.io/v1/NetworkPolicy');
    const open = new Set(policies.filter(({ object }) => allowsDns(object)).map(({ key }) => key.namespace));
    for (const item of policies) {
      const { egress = [] } = item.object.spec ?? {};
      // One that allows nothing is made to be widened by others, and one of those may be elsewhere. Addresses need no names.
      if (egress.every(isWithoutNames) || open.has(item.key.namespace)) continue;
      const fix = 'allow port 53 over UDP and TCP, to the pods of kube-dns in kube-system';
      report(item, ROOT.field('spec').field('egress'), 'allows no DNS', fix);
    }
  },
};

/** To addresses, or to the API server, whose address each pod has in its environment. */
function isWithoutNames({ to = [], ports = [] }: NetworkPolicyEgressRule): boolean {
  const isToAddresses = to.length > 0 && to.every(({ ipBlock }) => ipBlock !== undefined);
  return isToAddresses || (ports.length > 0 && ports.every(({ port }) => port === API_SERVER));
}

const API_SERVER = 6443;

function allowsDns({ spec }: NetworkPolicy): boolean {
  return spec?.egress?.some((rule) => hasDnsPort(rule) && leavesNamespace(rule)) ?? false;
}

function hasDnsPort({ ports = [] }: NetworkPolicyEgressRule): boolean {
  if (ports.length === 0) return true;
  return ports.some(({ port, endPort, protocol }) => {
    if (protocol === 'SCTP') return false;
    if (typeof port === 'string') return port.includes('dns');
    if (port === undefined) return true;
    return port === 53 || port === 5353 || (endPort !== undefined && port <= 53 && endPort >= 53);
  });
}

function leavesNamespace({ to = [] }: NetworkPolicyEgressRule): boolean {
  return (
    to.length === 0 ||
    to.some(({ ipBlock, namespaceSelector }) => ipBlock !== undefined || namespaceSelector !== undefined)
  );
}
