import type {
  NetworkPolicy,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
} from '../manifest/kubernetes';
import type { NamedPort } from '../pod/ports';
import type { WorkloadIdentity } from './resolve-workload';

/** Somebody in the network: Kubernetes' own NetworkPolicyPeer, or a workload of this library. */
export type Peer =
  NetworkPolicyPeer | { readonly podLabels: Readonly<Record<string, string>>; readonly namespace: string | undefined };

/**
 * Who may talk to the pods, and to whom they may talk. Between the pods of the workload itself everything is allowed.
 *
 * @example
 * { from: [api], to: [orders, { ipBlock: { cidr: '10.0.0.0/8' } }] }
 */
export interface NetworkAccess {
  /** Who may connect to the declared ports: `'namespace'` is every pod of the same namespace. */
  readonly from?: 'anywhere' | 'namespace' | readonly Peer[];
  /**
   * To whom the pods may connect; a list also allows DNS.
   *
   * @default 'anywhere'
   */
  readonly to?: 'anywhere' | readonly Peer[];
}

/** @param access with `from` decided: its default is each construct's own */
export function networkPolicy(
  { name, namespace, labels, selector }: WorkloadIdentity,
  ports: readonly NamedPort[],
  access: NetworkAccess & { readonly from: Exclude<NetworkAccess['from'], undefined> },
): NetworkPolicy {
  const itself = { podSelector: { matchLabels: selector } };
  const peers = (list: readonly Peer[]): readonly NetworkPolicyPeer[] =>
    list.map((peer) => networkPeer(peer, namespace));
  const ingress = ingressRules(itself, ports, access.from, peers);
  const egress: readonly NetworkPolicyEgressRule[] | undefined =
    access.to === undefined || access.to === 'anywhere' ? undefined : [{ to: [itself, ...peers(access.to)] }, DNS];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, labels },
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'],
      ...(ingress.length > 0 && { ingress }),
      ...(egress !== undefined && { egress }),
    },
  };
}

const DNS: NetworkPolicyEgressRule = {
  ports: [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ],
};

function ingressRules(
  itself: NetworkPolicyPeer,
  ports: readonly NamedPort[],
  from: Exclude<NetworkAccess['from'], undefined>,
  peers: (list: readonly Peer[]) => readonly NetworkPolicyPeer[],
): readonly NetworkPolicyIngressRule[] {
  const between = { from: [itself] };
  const allowed = ports.map(({ containerPort, protocol }) => ({ port: containerPort, ...(protocol && { protocol }) }));
  // A rule without ports would allow all of them.
  if (allowed.length === 0 || from.length === 0) return [between];
  if (from === 'anywhere') return [{ ports: allowed }, between];
  return [{ ports: allowed, from: from === 'namespace' ? [{ podSelector: {} }] : peers(from) }, between];
}

function networkPeer(peer: Peer, namespace: string | undefined): NetworkPolicyPeer {
  if (!('podLabels' in peer)) return peer;
  const podSelector = { matchLabels: peer.podLabels };
  if (peer.namespace === undefined || peer.namespace === namespace) return { podSelector };
  return { podSelector, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.namespace } } };
}
