import type { ContainerPort, ServicePort } from '../manifest/kubernetes';
import { portNameProblem } from '../manifest/name';
import { portProblem } from '../manifest/port';
import { keyed, type Problems } from '../manifest/problem';

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
}

/** The declared ports in order: the one main `port` under `mainName` first, then `ports`. */
export function resolvePorts(mainName: string, port: number | undefined, ports: Ports | undefined): readonly NamedPort[] {
  const main = port === undefined ? [] : [{ name: mainName, containerPort: port, port }];
  return [...main, ...Object.entries(ports ?? {}).map(([name, value]) => namedPort(name, value))];
}

export function checkPorts(problems: Problems, ports: readonly NamedPort[]): void {
  const seen = new Map<string, string>();
  for (const { name, containerPort, port, protocol = 'TCP' } of ports) {
    const prop = keyed('ports', name);
    const nameProblem = portNameProblem(name);
    if (nameProblem !== undefined) problems.add('ports', name, nameProblem);
    problems.check(prop, containerPort, portProblem);
    if (port !== containerPort) problems.check(`${prop}.port`, port, portProblem);
    // A container port and a Service port are each unique by number and protocol.
    for (const [what, number] of [['containerPort', containerPort], ['port', port]] as const) {
      const key = `${what} ${number}/${protocol}`;
      const other = seen.get(key);
      if (other !== undefined && !(what === 'port' && port === containerPort)) {
        problems.add(prop, number, `is already the ${what} of "${other}" for ${protocol}: a ${what} is declared once`);
      }
      seen.set(key, name);
    }
  }
  const names = ports.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) problems.add('ports', twice, 'is the name of the main port: call this one something else');
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

function namedPort(name: string, value: number | PortProps): NamedPort {
  return typeof value === 'number'
    ? { name, containerPort: value, port: value }
    : { ...value, name, port: value.port ?? value.containerPort };
}
