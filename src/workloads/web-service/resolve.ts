import type { IConstruct } from 'constructs';
import { dnsSubdomainProblem, hostNameProblem, objectNameProblem } from '../../manifest/name';
import { intOrPercentProblem } from '../../manifest/percent';
import { portProblem } from '../../manifest/port';
import { keyed, type Problems } from '../../manifest/problem';
import { checkReference } from '../../manifest/reference';
import { resolvePorts, type NamedPort } from '../../pod/ports';
import { checkDisruptionBudget } from '../pod-disruption-budget';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import type { IngressProps, WebServiceProps } from './props';

const DRAIN_SECONDS = 5;

/** A WebService with its defaults decided. */
export interface ResolvedWeb extends ResolvedWorkload {
  readonly props: WebServiceProps;
  readonly ports: readonly NamedPort[];
  /** The least number of pods that there are meant to be. */
  readonly replicas: number;
  /** The hosts of the Ingress; empty for every host. */
  readonly hosts: readonly string[];
}

export function resolveWeb(construct: IConstruct, props: WebServiceProps): ResolvedWeb {
  const ports = withServiceSide(resolvePorts('http', props.port, props.ports), props.service);
  const replicas = props.scale?.minReplicas ?? props.replicas ?? 1;
  const workload = resolveWorkload(construct, 'web', withDrain(props), { ports, spread: props.spread ?? replicas > 1 });
  const { host = [] } = props.ingress ?? {};
  return { ...workload, props, ports, replicas, hosts: typeof host === 'string' ? [host] : host };
}

export function checkWeb(problems: Problems, web: ResolvedWeb): void {
  const { identity, props, ports } = web;
  checkWorkload(problems, 'Deployment', web);
  if (props.service !== false && objectNameProblem('Deployment', identity.name) === undefined) {
    problems.check(props.name === undefined ? 'id' : 'name', identity.name, (name) => objectNameProblem('Service', name));
  }
  if (ports.length === 0 && props.service !== false) {
    problems.add('port', undefined, 'is missing: say what the container listens on, or service: false for a worker that nobody calls');
  }
  if (props.drainSeconds !== undefined && !(Number.isInteger(props.drainSeconds) && props.drainSeconds >= 0)) {
    problems.add('drainSeconds', props.drainSeconds, 'is not a whole number of seconds from 0');
  }
  if (props.service) problems.check('service.nodePort', props.service.nodePort, portProblem);
  checkReplicas(problems, props);
  checkStrategy(problems, props);
  checkDisruptionBudget(problems, props.podDisruptionBudget);
  if (props.ingress) checkIngress(problems.at('ingress'), props.ingress, web);
}

function checkReplicas(problems: Problems, { replicas, scale, resources }: WebServiceProps): void {
  if (replicas !== undefined && !(Number.isInteger(replicas) && replicas >= 0)) {
    problems.add('replicas', replicas, 'is not a whole number from 0');
  }
  if (scale === undefined) return;
  if (replicas !== undefined) problems.add('replicas', replicas, 'stands beside scale: each apply would undo the autoscaler, leave it out');
  const { minReplicas, maxReplicas, cpuUtilization, memoryUtilization, metrics } = scale;
  const at = problems.at('scale');
  if (!(Number.isInteger(minReplicas) && minReplicas >= 1)) at.add('minReplicas', minReplicas, 'is not a whole number from 1');
  if (!(maxReplicas >= minReplicas)) at.add('maxReplicas', maxReplicas, `is below minReplicas (${minReplicas})`);
  for (const [prop, resource, target] of [['cpuUtilization', 'cpu', cpuUtilization], ['memoryUtilization', 'memory', memoryUtilization]] as const) {
    if (target === undefined) continue;
    if (!(Number.isInteger(target) && target >= 1)) at.add(prop, target, 'is not a whole percentage from 1, such as 70');
    if (resources?.requests?.[resource] === undefined && resources?.limits?.[resource] === undefined) {
      at.add(prop, target, `is a share of the ${resource} request, and there is none: give resources.requests.${resource}`);
    }
  }
  if (cpuUtilization === undefined && memoryUtilization === undefined && !metrics?.length) {
    at.add('', undefined, 'has no metric: give cpuUtilization, memoryUtilization or metrics');
  }
}

function checkStrategy(problems: Problems, { strategy, minReadySeconds = 0, progressDeadlineSeconds = 600 }: WebServiceProps): void {
  const { maxSurge, maxUnavailable } = strategy?.rollingUpdate ?? {};
  const at = problems.at('strategy.rollingUpdate');
  at.check('maxSurge', maxSurge, intOrPercentProblem);
  at.check('maxUnavailable', maxUnavailable, (value) => intOrPercentProblem(value, { max: '100%' }));
  const isNone = (value: number | string | undefined): boolean => value !== undefined && parseInt(String(value), 10) === 0;
  if (isNone(maxSurge) && isNone(maxUnavailable)) {
    at.add('', undefined, 'allows neither a pod more nor a pod less, so none can be replaced: raise one of maxSurge and maxUnavailable');
  }
  if (progressDeadlineSeconds <= minReadySeconds) {
    problems.add('progressDeadlineSeconds', progressDeadlineSeconds, `is not over minReadySeconds (${minReadySeconds}): no rollout could end in time`);
  }
}

function checkIngress(problems: Problems, { className, paths, tlsSecretName }: IngressProps, { ports, hosts, props }: ResolvedWeb): void {
  if (props.service === false) problems.add('', undefined, 'needs a Service: leave out service: false');
  problems.check('className', className, dnsSubdomainProblem);
  for (const host of hosts) problems.check('host', host, hostNameProblem);
  checkReference(problems, 'tlsSecretName', tlsSecretName, 'Secret');
  for (const [path, { pathType, port }] of Object.entries(paths ?? {})) {
    if (pathType !== 'ImplementationSpecific' && !/^\/(?!.*\/(?:\.{1,2})?(?:\/|$).)/.test(path)) {
      problems.add('paths', path, 'is not an absolute path: begin with "/", without "//" and ".."');
    }
    if (port !== undefined && findPort(ports, port) === undefined) {
      problems.add(`${keyed('paths', path)}.port`, port, 'is not declared: add it to ports');
    }
  }
}

/** The declared port of this name or container number. */
export function findPort(ports: readonly NamedPort[], port: number | string): NamedPort | undefined {
  return ports.find(({ name, containerPort }) => name === port || containerPort === port);
}

/** The first port is the main one: `service.port` and `service.nodePort` are its. */
function withServiceSide(ports: readonly NamedPort[], service: WebServiceProps['service']): readonly NamedPort[] {
  if (!service) return ports;
  const { port, nodePort } = service;
  const side = { ...(port !== undefined && { port }), ...(nodePort !== undefined && { nodePort }) };
  return ports.map((each, index) => (index === 0 ? { ...each, ...side } : each));
}

function withDrain(props: WebServiceProps): WebServiceProps {
  const { lifecycle, drainSeconds = DRAIN_SECONDS } = props;
  if (lifecycle?.preStop !== undefined || drainSeconds === 0) return props;
  return { ...props, lifecycle: { ...lifecycle, preStop: { sleep: { seconds: drainSeconds } } } };
}
