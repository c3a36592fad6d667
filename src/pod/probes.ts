import type { Lifecycle as KubernetesLifecycle, Probe as KubernetesProbe } from '../manifest/kubernetes';
import { httpHeaderNameProblem } from '../manifest/name';
import { portProblem } from '../manifest/port';
import type { Problems } from '../manifest/problem';
import type { AnyPort, NamedPort } from './ports';

export interface HttpGet<Port extends AnyPort = AnyPort> {
  readonly port: Port;
  /** @default '/' */
  readonly path?: string;
  /** @default 'HTTP' */
  readonly scheme?: 'HTTP' | 'HTTPS';
  readonly httpHeaders?: readonly { readonly name: string; readonly value: string }[];
}

interface HttpGetHandler<Port extends AnyPort> {
  readonly httpGet: HttpGet<Port>;
  readonly tcpSocket?: never;
  readonly exec?: never;
  readonly grpc?: never;
}

interface TcpSocketHandler<Port extends AnyPort> {
  readonly tcpSocket: { readonly port: Port };
  readonly httpGet?: never;
  readonly exec?: never;
  readonly grpc?: never;
}

interface ExecHandler {
  readonly exec: { readonly command: readonly string[] };
  readonly httpGet?: never;
  readonly tcpSocket?: never;
  readonly grpc?: never;
}

interface GrpcHandler<Port extends AnyPort> {
  readonly grpc: { readonly port: Port & number; readonly service?: string };
  readonly httpGet?: never;
  readonly tcpSocket?: never;
  readonly exec?: never;
}

/** How a container is asked: exactly one of `httpGet`, `tcpSocket`, `exec` and `grpc`. */
export type ProbeHandler<Port extends AnyPort = AnyPort> =
  | HttpGetHandler<Port>
  | TcpSocketHandler<Port>
  | ExecHandler
  | GrpcHandler<Port>;

export interface ProbeTiming {
  /** @default 0 */
  readonly initialDelaySeconds?: number;
  /** @default 10 */
  readonly periodSeconds?: number;
  /** @default 1 */
  readonly timeoutSeconds?: number;
  /** @default 3 */
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

export interface SleepHandler {
  readonly sleep: { readonly seconds: number };
}

export type LifecycleHandler<Port extends AnyPort = AnyPort> = HttpGetHandler<Port> | ExecHandler | SleepHandler;

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

/**
 * @param ports what the container itself declares; a name must be one of these
 * @param podPorts what all containers of the pod declare: they share one network, so a number may be any of these
 */
export function checkProbes(
  problems: Problems,
  probes: Probes | undefined,
  lifecycle: Lifecycle | undefined,
  declared: { readonly ports: readonly NamedPort[]; readonly podPorts: readonly NamedPort[] },
): void {
  for (const which of ['startup', 'readiness', 'liveness'] as const) {
    const probe = probes?.[which];
    if (probe === undefined) continue;
    const at = problems.at(`probes.${which}`);
    checkHandler(at, probe, declared);
    checkTiming(at, probe);
  }
  for (const which of ['postStart', 'preStop'] as const) {
    const handler = lifecycle?.[which];
    if (handler !== undefined) checkHandler(problems.at(`lifecycle.${which}`), handler, declared);
  }
}

function checkHandler(
  problems: Problems,
  handler: ProbeHandler | LifecycleHandler,
  declared: { readonly ports: readonly NamedPort[]; readonly podPorts: readonly NamedPort[] },
): void {
  const handlers = Object.keys(handler).filter((key) => ['httpGet', 'tcpSocket', 'exec', 'grpc', 'sleep'].includes(key));
  if (handlers.length !== 1) {
    problems.add('', undefined, `has ${handlers.length === 0 ? 'no handler' : handlers.join(' and ')}: give exactly one of httpGet, tcpSocket, exec and grpc`);
    return;
  }
  if ('sleep' in handler) return;
  const port = handler.httpGet?.port ?? handler.tcpSocket?.port ?? handler.grpc?.port;
  if (port !== undefined) checkDeclared(problems.at(`${String(handlers[0])}.port`), port, declared);
  for (const { name } of handler.httpGet?.httpHeaders ?? []) problems.check('httpGet.httpHeaders', name, httpHeaderNameProblem);
  if (handler.exec?.command.length === 0) problems.add('exec.command', undefined, 'is empty: name the program to run');
}

function checkDeclared(
  problems: Problems,
  port: AnyPort,
  { ports, podPorts }: { readonly ports: readonly NamedPort[]; readonly podPorts: readonly NamedPort[] },
): void {
  if (typeof port === 'number') problems.check('', port, portProblem);
  const found =
    typeof port === 'number'
      ? podPorts.some(({ containerPort }) => containerPort === port)
      : ports.some(({ name }) => name === port);
  if (found) return;
  const known = ports.map(({ name, containerPort }) => `${containerPort} ("${name}")`).join(', ');
  problems.add(
    '',
    port,
    known === '' ? 'is not declared: add it to ports' : `is not declared: add it to ports, or use ${known}`,
  );
}

function checkTiming(problems: Problems, probe: ProbeTiming): void {
  const least = { initialDelaySeconds: 0, periodSeconds: 1, timeoutSeconds: 1, failureThreshold: 1, successThreshold: 1 };
  for (const [field, minimum] of Object.entries(least)) {
    const value = (probe as Readonly<Record<string, unknown>>)[field];
    if (value === undefined || (Number.isInteger(value) && (value as number) >= minimum)) continue;
    problems.add(field, value, `is not a whole number from ${minimum}`);
  }
}
