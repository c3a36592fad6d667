import type {
  NetworkPolicy,
  NetworkPolicyEgressRule,
  NetworkPolicyIngressRule,
  NetworkPolicyPeer,
} from '../manifest/kubernetes';
import type { Problems } from '../props/problem';
import { notDeclared, publicPorts, type NamedPort } from '../pod/ports';
import type { WorkloadIdentity } from './resolve-workload';

/** Somebody in the network: Kubernetes' own NetworkPolicyPeer, or a workload of this library. */
export type Peer =
  NetworkPolicyPeer | { readonly podLabels: Readonly<Record<string, string>>; readonly namespace: string | undefined };

/** Who may connect: `'namespace'` is every pod of the same namespace, and an empty list is nobody. */
export type Sources = 'anywhere' | 'namespace' | readonly Peer[];

/**
 * Who may talk to the pods, and to whom they may talk. Between the pods of the workload itself everything is allowed.
 *
 * @example
 * { from: [api], to: [orders, { ipBlock: { cidr: '10.0.0.0/8' } }] }
 */
export interface NetworkAccess {
  /** Who may connect to the declared ports, of whichever container, but for those with `service: false`. */
  readonly from?: Sources;
  /** Ports, by name, to which others may connect than `from` says; also such as no Service shows. */
  readonly ports?: Readonly<Record<string, Sources>>;
  /**
   * To whom the pods may connect; a list also allows DNS.
   *
   * @default 'anywhere'
   */
  readonly to?: 'anywhere' | readonly Peer[];
}

/** {@link NetworkAccess} with `from` decided: its default is each construct's own. */
type DecidedAccess = NetworkAccess & { readonly from: Sources };

/** @param from who may connect where the user says nothing */
export function decideAccess(given: NetworkAccess | undefined, from: Sources): DecidedAccess {
  return { ...given, from: given?.from ?? from };
}

/** @param ports of all containers of the pod */
export function networkPolicy(
  { name, namespace, labels, selector }: WorkloadIdentity,
  ports: readonly NamedPort[],
  access: DecidedAccess,
): NetworkPolicy {
  const itself = { podSelector: { matchLabels: selector } };
  const peers = (list: readonly Peer[]): readonly NetworkPolicyPeer[] =>
    list.map((peer) => networkPeer(peer, namespace));
  const ingress = [...ingressRules(ports, access, peers), { from: [itself] }];
  const egress: readonly NetworkPolicyEgressRule[] | undefined =
    access.to === undefined || access.to === 'anywhere' ? undefined : [{ to: [itself, ...peers(access.to)] }, DNS];
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, labels },
    spec: {
      podSelector: { matchLabels: selector },
      policyTypes: egress === undefined ? ['Ingress'] : ['Ingress', 'Egress'],
      ingress,
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

/** The same access, and `peer` wherever there is a list of who may connect. */
export function alsoFrom(peer: Peer, { from, ports, ...rest }: DecidedAccess): DecidedAccess {
  const also = (sources: Sources): Sources => (typeof sources === 'string' ? sources : [...sources, peer]);
  const byPort = Object.entries(ports ?? {}).map(([name, sources]) => [name, also(sources)] as const);
  return { ...rest, from: also(from), ...(ports && { ports: Object.fromEntries(byPort) }) };
}

export function checkNetworkAccess(
  problems: Problems,
  access: NetworkAccess | false | undefined,
  ports: readonly NamedPort[],
): void {
  if (!access) return;
  for (const name of Object.keys(access.ports ?? {})) {
    if (ports.every((port) => port.name !== name)) problems.add('networkPolicy.ports', name, notDeclared(ports));
  }
}

/** A rule for all public ports that `from` is about, and one for each that has sources of its own. */
function ingressRules(
  ports: readonly NamedPort[],
  { from, ports: own = {} }: DecidedAccess,
  peers: (list: readonly Peer[]) => readonly NetworkPolicyPeer[],
): readonly NetworkPolicyIngressRule[] {
  const common = publicPorts(ports).filter(({ name }) => !Object.hasOwn(own, name));
  const groups: readonly (readonly [readonly NamedPort[], Sources])[] = [
    [common, from],
    ...Object.entries(own).map(([name, sources]) => [ports.filter((port) => port.name === name), sources] as const),
  ];
  return groups.flatMap(([some, sources]) => {
    // A rule without ports would allow all of them, and one without peers everybody.
    if (some.length === 0 || sources.length === 0) return [];
    const allowed = some.map(({ containerPort, protocol }) => ({ port: containerPort, ...(protocol && { protocol }) }));
    if (sources === 'anywhere') return { ports: allowed };
    return { ports: allowed, from: sources === 'namespace' ? [{ podSelector: {} }] : peers(sources) };
  });
}

function networkPeer(peer: Peer, namespace: string | undefined): NetworkPolicyPeer {
  if (!('podLabels' in peer)) return peer;
  const podSelector = { matchLabels: peer.podLabels };
  if (peer.namespace === undefined || peer.namespace === namespace) return { podSelector };
  return { podSelector, namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': peer.namespace } } };
}
