import type { Service, ServiceSpec } from '../manifest/kubernetes';
import { objectNameProblem } from '../manifest/name';
import type { Problems } from '../props/problem';
import { checkNodePorts, checkServicePorts, publicPorts, servicePorts, type NamedPort } from '../pod/ports';
import type { WorkloadIdentity } from './resolve-workload';

interface ServiceBase {
  /**
   * The name of the Service.
   *
   * @default - the workload's name
   */
  readonly name?: string;
  /**
   * The Service's port for the main `port`, or without one for the first of `ports`.
   *
   * @default - the same number
   */
  readonly port?: number;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly sessionAffinity?: ServiceSpec['sessionAffinity'];
  readonly sessionAffinityConfig?: ServiceSpec['sessionAffinityConfig'];
  readonly internalTrafficPolicy?: ServiceSpec['internalTrafficPolicy'];
  readonly trafficDistribution?: ServiceSpec['trafficDistribution'];
  readonly ipFamilyPolicy?: ServiceSpec['ipFamilyPolicy'];
  readonly ipFamilies?: ServiceSpec['ipFamilies'];
  /** A fixed address inside the cluster, or `'None'` for no address but those of the pods. */
  readonly clusterIP?: string;
  /** Whether pods that are not ready get traffic too. */
  readonly publishNotReadyAddresses?: boolean;
}

/** How the pods are reached: inside the cluster, at a port of every node, or through a load balancer. */
export type ServiceProps =
  | (ServiceBase & { readonly type?: 'ClusterIP'; readonly nodePort?: never })
  | (ServiceBase & {
      readonly type: 'NodePort';
      /** @default - the cluster chooses one */
      readonly nodePort?: number;
      readonly externalTrafficPolicy?: ServiceSpec['externalTrafficPolicy'];
    })
  | (ServiceBase & {
      readonly type: 'LoadBalancer';
      readonly nodePort?: number;
      readonly externalTrafficPolicy?: ServiceSpec['externalTrafficPolicy'];
      readonly loadBalancerClass?: string;
      readonly loadBalancerSourceRanges?: readonly string[];
      readonly allocateLoadBalancerNodePorts?: boolean;
    });

/** @param ports that the Service shows, with its side of them decided by {@link withServiceSide} */
export function service(identity: WorkloadIdentity, ports: readonly NamedPort[], props: ServiceProps = {}): Service {
  // The numbers are among `ports` already.
  const { name = identity.name, annotations, port: _port, nodePort: _nodePort, ...fields } = props;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, labels: identity.labels, ...(annotations && { annotations }) },
    spec: { ...fields, selector: identity.selector, ports: servicePorts(ports) },
  };
}

/** The first port that the Service shows is the main one: `service.port` and `service.nodePort` are its. */
export function withServiceSide(
  ports: readonly NamedPort[],
  props: ServiceProps | false | undefined,
): readonly NamedPort[] {
  if (!props) return ports;
  const { port, nodePort } = props;
  if (port === undefined && nodePort === undefined) return ports;
  const side = {
    serviceProp: 'service',
    ...(port !== undefined && { port }),
    ...(nodePort !== undefined && { nodePort }),
  };
  const [main] = publicPorts(ports);
  return ports.map((each) => (each === main ? { ...each, ...side } : each));
}

/** @param overridden the type that an override gives the Service */
export function checkService(
  problems: Problems,
  ports: readonly NamedPort[],
  props: ServiceProps | undefined,
  overridden: string | null | undefined,
): void {
  problems.check('service.name', props?.name, (name) => objectNameProblem('Service', name));
  checkNodePorts(problems, ports, overridden ?? props?.type ?? 'ClusterIP');
  checkServicePorts(problems, ports);
  if (props?.clusterIP === 'None') checkUntranslatedPorts(problems, ports, 'without a cluster IP');
}

/** Clients of an address of the pods themselves are at the ports of their containers: nothing translates them. */
export function checkUntranslatedPorts(problems: Problems, ports: readonly NamedPort[], reason: string): void {
  for (const { port, containerPort, serviceProp } of ports) {
    if (port === containerPort) continue;
    const phrase = `is not what the pods listen on, and ${reason} nothing translates it: leave it out for ${containerPort}`;
    problems.add(`${serviceProp}.port`, port, phrase);
  }
}
