import type { ContainerPort, ServicePort } from '../manifest/kubernetes';
import { portNameProblem } from '../manifest/name';
import { portProblem } from '../manifest/port';
import { keyed, type Problems } from '../props/problem';

/** Any port, by number or by name; constructs that know their ports narrow it to those. */
export type AnyPort = number | string;

/** A port of a container, and how its Service shows it. */
export interface PortProps<Port extends number = number> {
  /** The port that the container listens on. */
  readonly containerPort: Port;
  /**
   * The port of the Service.
   *
   * @default - the containerPort
   */
  readonly port?: number;
  /** @default 'TCP' */
  readonly protocol?: 'TCP' | 'UDP' | 'SCTP';
  /** What is spoken on it, for service meshes and gateways: `'http'`, `'kubernetes.io/h2c'`, `'mysql'`. */
  readonly appProtocol?: string;
  /** The port on every node, 30000 to 32767 unless the cluster says otherwise; for a Service of type NodePort or LoadBalancer. */
  readonly nodePort?: number;
  /**
   * `false` keeps the port to the pods themselves: no Service shows it, and the NetworkPolicy lets nobody else in but whom its `ports`
   * name for it. For what a probe asks, how the members of a cluster talk to each other, and metrics that are asked pod by pod.
   *
   * @default - the Service shows it
   */
  readonly service?: false;
}

/**
 * Ports by name: a number, or a port with its protocol and the Service's side of it. The names are IANA service names: at most 15
 * lower-case letters, digits and `-`.
 */
export type Ports<Port extends number = number, Name extends string = string> = {
  readonly [name in Name]: Port | PortProps<Port>;
};

/**
 * A port that the props declare, by number or by name, where the compiler knows them: then a probe can be on no other. `Main` is the
 * name of the one in `port`.
 */
export type DeclaredPort<Port extends number, Name extends string, Main extends string = never> = string extends Name
  ? number extends Port
    ? AnyPort
    : Port | Main
  : Port | Name | Main;

/** A port with its name and every default decided. */
export interface NamedPort extends PortProps {
  readonly name: string;
  readonly port: number;
  /** The port of the node, for a NodeAgent. */
  readonly hostPort?: number;
  /** The prop that declares it: `'port'`, `'ports.metrics'`. */
  readonly prop: string;
  /** The prop below which its Service's side is: the same, or `'service'`. */
  readonly serviceProp: string;
  /** The prop of its container; empty for the main one. */
  readonly container: string;
}

/** Ports by name; one that is undefined is not declared. */
type DeclaredPorts = { readonly [name: string]: number | PortProps | undefined };

function given(ports: DeclaredPorts = {}): readonly (readonly [string, number | PortProps])[] {
  return Object.entries(ports).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}

/** The declared ports in order: the main one first, which is called `main` and is the prop `port`, and then `ports`. */
export function resolvePorts(
  ports: DeclaredPorts | undefined,
  main?: { readonly name: string; readonly port: number | undefined },
): readonly NamedPort[] {
  return [
    ...(main?.port === undefined ? [] : [namedPort(main.name, main.port, 'port', '')]),
    ...given(ports).map(([name, value]) => namedPort(name, value, keyed('ports', name), '')),
  ];
}

/** The ports of a container beside the main one, with props that begin with the container's: `'sidecars.exporter'`. */
export function portsOf(container: string, ports: DeclaredPorts | undefined): readonly NamedPort[] {
  return given(ports).map(([name, value]) => {
    return namedPort(name, value, `${container}.${keyed('ports', name)}`, container);
  });
}

export function checkPorts(problems: Problems, ports: readonly NamedPort[]): void {
  const names = new Map<string, NamedPort>();
  const containerPorts = new Map<string, NamedPort>();
  const servicePorts = new Map<string, NamedPort>();
  for (const declared of ports) {
    const { name, containerPort, port, nodePort, protocol = 'TCP', prop, serviceProp } = declared;
    problems.check('ports', name, () => alreadyIs(names.get(name), 'the name of') ?? portNameProblem(name));
    problems.check(prop, containerPort, portProblem);
    if (!Object.is(port, containerPort)) problems.check(`${serviceProp}.port`, port, portProblem);
    problems.check(`${serviceProp}.nodePort`, nodePort, portProblem);
    // A container port and a Service port are each unique by number and protocol.
    const [inContainer, inService] = [`${containerPort}/${protocol}`, `${port}/${protocol}`];
    const twice = alreadyIs(containerPorts.get(inContainer), 'the number of');
    const twiceInService = alreadyIs(servicePorts.get(inService), "the Service's port of");
    if (twice !== undefined) problems.add(prop, containerPort, twice);
    else if (twiceInService !== undefined) problems.add(`${serviceProp}.port`, port, twiceInService);
    names.set(name, declared);
    containerPorts.set(inContainer, declared);
    servicePorts.set(inService, declared);
  }
}

/**
 * Ports of different containers meet in one Service, which tells them apart by name and by number.
 *
 * @param ports that the Service shows
 */
export function checkServicePorts(problems: Problems, ports: readonly NamedPort[]): void {
  const names = new Map<string, NamedPort>();
  const numbers = new Map<string, NamedPort>();
  for (const declared of ports) {
    const { name, containerPort, port, protocol = 'TCP', prop } = declared;
    const sameName = names.get(name);
    const sameNumber = numbers.get(`${port}/${protocol}`);
    if (sameName !== undefined && sameName.container !== declared.container) {
      problems.add(prop, undefined, `has the name of ${sameName.prop}, and one Service shows both: take another name`);
    } else if (
      sameNumber !== undefined &&
      sameNumber.container !== declared.container &&
      // Two containers that listen on one port are told so already.
      sameNumber.containerPort !== containerPort
    ) {
      problems.add(
        prop,
        port,
        `is the Service's port of ${sameNumber.prop} too: give another as port, or service: false`,
      );
    }
    names.set(name, declared);
    numbers.set(`${port}/${protocol}`, declared);
  }
}

/** Those of the ports that the main container has. */
export function mainPorts(ports: readonly NamedPort[]): readonly NamedPort[] {
  return ports.filter(({ container }) => container === '');
}

/** Those of the ports that are not for the pods alone. */
export function publicPorts(ports: readonly NamedPort[]): readonly NamedPort[] {
  return ports.filter(({ service }) => service !== false);
}

/** What is wrong with a port that is not among these, as a phrase that continues `<prop> <value> `. */
export function notDeclared(ports: readonly NamedPort[]): string {
  const known = ports.map(({ name, containerPort }) => `${containerPort} ("${name}")`).join(', ');
  return `is not declared: add it to ports${known && `, or use ${known}`}`;
}

/** @param serviceType of the Service that shows the ports */
export function checkNodePorts(problems: Problems, ports: readonly NamedPort[], serviceType: string): void {
  if (serviceType === 'NodePort' || serviceType === 'LoadBalancer') return;
  for (const { nodePort, serviceProp } of ports) {
    if (nodePort === undefined) continue;
    const problem = `is not for a Service of type ${serviceType}: use "NodePort" or "LoadBalancer", or leave it out`;
    problems.add(`${serviceProp}.nodePort`, nodePort, problem);
  }
}

function alreadyIs(other: NamedPort | undefined, what: string): string | undefined {
  return other && `is ${what} ${other.prop} already: take another`;
}

export function containerPorts(ports: readonly NamedPort[]): readonly ContainerPort[] | undefined {
  if (ports.length === 0) return undefined;
  return ports.map(({ name, containerPort, hostPort, protocol }) => ({
    name,
    containerPort,
    ...(hostPort !== undefined && { hostPort }),
    ...(protocol && { protocol }),
  }));
}

/** The Service's side of the ports: each points at the container's port by its name. */
export function servicePorts(ports: readonly NamedPort[]): readonly ServicePort[] {
  return ports.map(({ name, port, protocol, appProtocol, nodePort }) => ({
    name,
    port,
    targetPort: name,
    ...(protocol && { protocol }),
    ...(appProtocol !== undefined && { appProtocol }),
    ...(nodePort !== undefined && { nodePort }),
  }));
}

function namedPort(name: string, value: number | PortProps, prop: string, container: string): NamedPort {
  const side = { name, prop, serviceProp: prop, container };
  return typeof value === 'object'
    ? { ...value, ...side, port: value.port ?? value.containerPort }
    : { ...side, containerPort: value, port: value };
}
