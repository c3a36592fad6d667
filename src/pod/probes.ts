import type { Lifecycle as KubernetesLifecycle, Probe as KubernetesProbe } from '../manifest/kubernetes';
import { httpHeaderNameProblem } from '../manifest/name';
import { checkOneOf, type OneOf } from '../props/one-of';
import { portProblem } from '../manifest/port';
import type { Problems } from '../props/problem';
import { wholeNumberFrom } from '../props/whole-number';
import { commandProblem } from './command';
import { notDeclared, type AnyPort, type NamedPort } from './ports';

export interface HttpGet<Port extends AnyPort = AnyPort> {
  readonly port: Port;
  /**
   * The address to ask, for an agent in the node's network that listens on `127.0.0.1` alone. The kubelet asks it from the node, and the
   * baseline and restricted Pod Security Standards forbid it.
   *
   * @default - the pod's address
   */
  readonly host?: string;
  /** @default '/' */
  readonly path?: string;
  /** @default 'HTTP' */
  readonly scheme?: 'HTTP' | 'HTTPS';
  readonly httpHeaders?: readonly { readonly name: string; readonly value: string }[];
}

export interface TcpSocket<Port extends AnyPort = AnyPort> {
  readonly port: Port;
  /**
   * The address to connect to, as in {@link HttpGet.host}.
   *
   * @default - the pod's address
   */
  readonly host?: string;
}

export interface Exec {
  /** The program and its arguments; no shell runs it. */
  readonly command: readonly string[];
}

/** How a container is asked: exactly one of `httpGet`, `tcpSocket`, `exec` and `grpc`. */
export type ProbeHandler<Port extends AnyPort = AnyPort> = OneOf<ProbeHandlers<Port>>;

interface ProbeHandlers<Port extends AnyPort> {
  readonly httpGet: HttpGet<Port>;
  readonly tcpSocket: TcpSocket<Port>;
  readonly exec: Exec;
  readonly grpc: { readonly port: Port & number; readonly service?: string };
}

/** When and how often a container is asked, in seconds, and how many answers in a row decide. */
export interface ProbeTiming {
  /**
   * The seconds from the start of the container to the first question.
   *
   * @default 0
   */
  readonly initialDelaySeconds?: number;
  /**
   * The seconds from question to question.
   *
   * @default 10
   */
  readonly periodSeconds?: number;
  /**
   * The seconds in which an answer must come.
   *
   * @default 1
   */
  readonly timeoutSeconds?: number;
  /**
   * How many failures in a row count as one.
   *
   * @default 3
   */
  readonly failureThreshold?: number;
}

/**
 * When a container counts as started, ready and alive. None is guessed from a port: only the application knows.
 *
 * @example
 * { startup: { exec: { command: ['pg_isready'] }, failureThreshold: 60 }, readiness: { httpGet: { path: '/healthz', port: 8080 } } }
 */
export interface Probes<Port extends AnyPort = AnyPort> {
  /** Until it succeeds, the other two are not asked; when it fails, the container is restarted. */
  readonly startup?: ProbeHandler<Port> & ProbeTiming & { readonly terminationGracePeriodSeconds?: number };
  /** While it fails, no Service sends traffic to the pod. */
  readonly readiness?: ProbeHandler<Port> & ProbeTiming & { readonly successThreshold?: number };
  /** When it fails, the container is restarted. */
  readonly liveness?: ProbeHandler<Port> & ProbeTiming & { readonly terminationGracePeriodSeconds?: number };
}

/** What a container does at such a moment: exactly one of `httpGet`, `exec` and `sleep`. */
export type LifecycleHandler<Port extends AnyPort = AnyPort> = OneOf<LifecycleHandlers<Port>>;

interface LifecycleHandlers<Port extends AnyPort> {
  readonly httpGet: HttpGet<Port>;
  readonly exec: Exec;
  readonly sleep: { readonly seconds: number };
}

/** What runs right after a container started and right before it is stopped. */
export interface Lifecycle<Port extends AnyPort = AnyPort> {
  readonly postStart?: LifecycleHandler<Port>;
  readonly preStop?: LifecycleHandler<Port>;
}

type KubernetesProbes = Partial<Record<'startupProbe' | 'readinessProbe' | 'livenessProbe', KubernetesProbe>>;

export function containerProbes(probes: Probes | undefined): KubernetesProbes {
  return {
    ...(probes?.startup && { startupProbe: probes.startup }),
    ...(probes?.readiness && { readinessProbe: probes.readiness }),
    ...(probes?.liveness && { livenessProbe: probes.liveness }),
  };
}

export function containerLifecycle(lifecycle: Lifecycle | undefined): KubernetesLifecycle | undefined {
  return lifecycle?.postStart === undefined && lifecycle?.preStop === undefined ? undefined : lifecycle;
}

/** The ports that a probe can be on. */
export interface DeclaredPorts {
  /** What the container itself declares; a name must be one of these. */
  readonly ports: readonly NamedPort[];
  /** What all containers of the pod declare: they share one network, so a number may be any of these. */
  readonly podPorts: readonly NamedPort[];
}

export function checkProbes(
  problems: Problems,
  probes: Probes | undefined,
  lifecycle: Lifecycle | undefined,
  declared: DeclaredPorts,
): void {
  for (const which of ['startup', 'readiness', 'liveness'] as const) {
    const probe = probes?.[which];
    if (probe === undefined) continue;
    const at = problems.at(`probes.${which}`);
    checkHandler(at, probe, ['httpGet', 'tcpSocket', 'exec', 'grpc'], declared);
    checkTiming(at, probe);
    // In a variable a probe may have what its type has not.
    if (which !== 'readiness' && 'successThreshold' in probe && probe.successThreshold !== 1) {
      at.add('successThreshold', probe.successThreshold, 'is only for readiness: leave it out');
    }
  }
  for (const which of ['postStart', 'preStop'] as const) {
    const handler = lifecycle?.[which];
    if (handler === undefined) continue;
    checkHandler(problems.at(`lifecycle.${which}`), handler, ['httpGet', 'exec', 'sleep'], declared);
  }
}

type Handler = Partial<ProbeHandlers<AnyPort> & LifecycleHandlers<AnyPort>>;

function checkHandler(
  problems: Problems,
  handler: Handler,
  allowed: readonly (keyof Handler)[],
  declared: DeclaredPorts,
): void {
  checkOneOf(problems, handler, 'handler', allowed);
  const { httpGet, tcpSocket, exec, grpc, sleep } = handler;
  for (const [name, target] of Object.entries({ httpGet, tcpSocket })) {
    if (target) problems.check(`${name}.port`, target.port, (port) => undeclaredPortProblem(port, declared));
  }
  problems.check('grpc.port', grpc?.port, (port) => grpcPortProblem(port, declared));
  for (const { name } of httpGet?.httpHeaders ?? []) problems.check('httpGet.httpHeaders', name, httpHeaderNameProblem);
  if (exec) problems.check('exec.command', exec.command, commandProblem);
  problems.check('sleep.seconds', sleep?.seconds, wholeNumberFrom(0));
}

function undeclaredPortProblem(port: AnyPort, { ports, podPorts }: DeclaredPorts): string | undefined {
  const invalid = typeof port === 'number' ? portProblem(port) : undefined;
  if (invalid !== undefined) return invalid;
  const found = podPorts.some(({ containerPort }) => containerPort === port) || ports.some(({ name }) => name === port);
  return found ? undefined : notDeclared(ports);
}

function grpcPortProblem(port: AnyPort, declared: DeclaredPorts): string | undefined {
  const named = declared.ports.find(({ name }) => name === port);
  if (named === undefined) return undeclaredPortProblem(port, declared);
  return `is a name, and gRPC probes take a number: write ${named.containerPort}`;
}

const LEAST = {
  initialDelaySeconds: 0,
  periodSeconds: 1,
  timeoutSeconds: 1,
  failureThreshold: 1,
  successThreshold: 1,
  terminationGracePeriodSeconds: 1,
};

function checkTiming(problems: Problems, probe: { readonly [field in keyof typeof LEAST]?: unknown }): void {
  for (const [field, least] of Object.entries(LEAST)) {
    // The keys are those of LEAST.
    problems.check(field, probe[field as keyof typeof LEAST], wholeNumberFrom(least));
  }
}
