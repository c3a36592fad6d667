import type { IConstruct } from 'constructs';
import { missingValueProblem } from '../../props/missing-value';
import { dnsSubdomainProblem, hostNameProblem } from '../../manifest/name';
import { intOrPercentProblem, type IntOrPercent } from '../../manifest/percent';
import { keyed, type Problems } from '../../props/problem';
import { checkReference } from '../../manifest/reference';
import { wholeNumberFrom } from '../../props/whole-number';
import { podPorts } from '../../pod/pod-template';
import { mainPorts, notDeclared, publicPorts, resolvePorts, type NamedPort } from '../../pod/ports';
import { resolveSpread } from '../../pod/scheduling';
import { checkNetworkAccess } from '../network-policy';
import { budgetWayOut, checkDisruptionBudget } from '../pod-disruption-budget';
import { checkWorkload, resolveWorkload, type ResolvedWorkload } from '../resolve-workload';
import { checkService, withServiceSide } from '../service';
import { sharedWaysOut, unless, unlessFalse, type WaysOut } from '../overrides';
import type { IngressProps, Scale, WebServiceOverrides, WebServiceProps } from './props';

const DRAIN_SECONDS = 5;

/** A WebService with its defaults decided. */
export interface ResolvedWeb extends ResolvedWorkload {
  readonly props: WebServiceProps;
  /** The ports that are not for the pods alone, of all containers; the main one first. */
  readonly ports: readonly NamedPort[];
  /** Those for the pods alone too. */
  readonly podPorts: readonly NamedPort[];
  readonly serviceName: string;
  /** The least number of pods that there are meant to be. */
  readonly replicas: number;
  /** The hosts of the Ingress; empty for every host. */
  readonly hosts: readonly string[];
}

export function resolveWeb(construct: IConstruct, props: WebServiceProps): ResolvedWeb {
  const all = withServiceSide(
    podPorts(resolvePorts(props.ports, { name: 'http', port: props.port }), props),
    props.service,
  );
  const replicas = props.scale?.minReplicas ?? props.replicas ?? 1;
  const spread = resolveSpread(props.spread, replicas, props);
  const workload = resolveWorkload(construct, 'web', withDrain(props), { ports: mainPorts(all), spread });
  const { host = [] } = props.ingress ?? {};
  return {
    ...workload,
    props,
    ports: publicPorts(all),
    podPorts: all,
    serviceName: (props.service ? props.service.name : undefined) ?? workload.identity.name,
    replicas,
    hosts: typeof host === 'string' ? [host] : host,
  };
}

export function checkWeb(problems: Problems, web: ResolvedWeb): void {
  const { props, ports, replicas, podPlan } = web;
  const hasOtherName = props.service === false || props.service?.name !== undefined;
  const kinds = hasOtherName ? ['Deployment'] : ['Deployment', 'Service'];
  // The pod as the user wrote it: the drain has a check, and a name, of its own.
  checkWorkload(problems, kinds, { ...web, podPlan: { ...podPlan, main: props } });
  if (ports.length === 0 && props.service !== false) {
    const problem = 'is missing: say what the container listens on, or service: false for a worker that nobody calls';
    problems.add('port', undefined, problem);
  }
  if (props.service !== false) checkService(problems, ports, props.service, props.overrides?.service?.spec?.type);
  checkNetworkAccess(problems, props.networkPolicy, web.podPorts);
  checkDrain(problems, props);
  checkReplicas(problems, props);
  if (props.scale) checkScale(problems.at('scale'), props.scale, props);
  checkStrategy(problems, props);
  checkDisruptionBudget(problems, props.podDisruptionBudget, replicas);
  if (props.ingress) checkIngress(problems.at('ingress'), props.ingress, web);
}

export function waysOut(web: ResolvedWeb): WaysOut<WebServiceOverrides> {
  const { service, ingress, scale, podDisruptionBudget, networkPolicy } = web.props;
  return {
    ...sharedWaysOut(web),
    deployment: undefined,
    service: unlessFalse('service', service),
    ingress: unless(ingress, 'give ingress'),
    horizontalPodAutoscaler: unless(scale, 'give scale'),
    podDisruptionBudget: budgetWayOut(podDisruptionBudget, web.replicas),
    networkPolicy: unlessFalse('networkPolicy', networkPolicy),
  };
}

function checkDrain(problems: Problems, props: WebServiceProps): void {
  const { drainSeconds, lifecycle, terminationGracePeriodSeconds = 30 } = props;
  problems.check('drainSeconds', drainSeconds, wholeNumberFrom(0));
  if (drainSeconds !== undefined && lifecycle?.preStop !== undefined) {
    problems.add('drainSeconds', drainSeconds, 'stands beside lifecycle.preStop: leave one of them out');
  }
  const drain = lifecycle?.preStop === undefined ? secondsToDrain(props) : 0;
  if (drain <= terminationGracePeriodSeconds) return;
  const problem = `is over terminationGracePeriodSeconds (${terminationGracePeriodSeconds}): lower it, or raise that`;
  problems.add('drainSeconds', drain, problem);
}

function checkReplicas(problems: Problems, props: WebServiceProps): void {
  const { replicas, scale } = props;
  problems.check('replicas', replicas, wholeNumberFrom(0));
  problems.check('minReadySeconds', props.minReadySeconds, wholeNumberFrom(0));
  problems.check('revisionHistoryLimit', props.revisionHistoryLimit, wholeNumberFrom(0));
  problems.check('progressDeadlineSeconds', props.progressDeadlineSeconds, wholeNumberFrom(1));
  if (replicas !== undefined && scale !== undefined) {
    problems.add('replicas', replicas, 'stands beside scale: each apply would undo the autoscaler, leave it out');
  }
}

function checkScale(problems: Problems, scale: Scale, props: WebServiceProps): void {
  const { minReplicas, maxReplicas, metrics } = scale;
  problems.check('minReplicas', minReplicas, wholeNumberFrom(1));
  problems.check('maxReplicas', maxReplicas, (most) =>
    most < minReplicas ? `is below minReplicas (${minReplicas}): raise it` : wholeNumberFrom(1)(most),
  );
  checkUtilization(problems, 'cpu', scale.cpuUtilization, props);
  checkUtilization(problems, 'memory', scale.memoryUtilization, props);
  if (scale.cpuUtilization !== undefined || scale.memoryUtilization !== undefined || metrics?.length) return;
  problems.add('', undefined, 'has no metric: give cpuUtilization, memoryUtilization or metrics');
}

/** The autoscaler adds up the requests of all containers, and does nothing when one has none. */
function checkUtilization(
  problems: Problems,
  resource: 'cpu' | 'memory',
  target: number | undefined,
  { resources, containers, sidecars }: WebServiceProps,
): void {
  if (target === undefined) return;
  const prop = `${resource}Utilization`;
  if (!(Number.isInteger(target) && target >= 1)) problems.add(prop, target, 'is not a whole percentage, such as 70');
  const others = Object.entries({ containers, sidecars }).flatMap(([group, of]) =>
    Object.entries(of ?? {}).map(([name, each]) => [`${keyed(group, name)}.`, each.resources] as const),
  );
  for (const [path, { requests, limits } = {}] of [['', resources] as const, ...others]) {
    if (requests?.[resource] !== undefined || limits?.[resource] !== undefined) continue;
    const wanted = `${path}resources.requests.${resource}`;
    problems.add(prop, target, `is a share of the ${resource} request, and there is none: give ${wanted}`);
  }
}

function checkStrategy(problems: Problems, props: WebServiceProps): void {
  const { strategy, minReadySeconds = 0, progressDeadlineSeconds = 600 } = props;
  if (progressDeadlineSeconds <= minReadySeconds) {
    const [prop, problem] =
      props.progressDeadlineSeconds === undefined
        ? ['minReadySeconds', `is not below progressDeadlineSeconds (${progressDeadlineSeconds})`]
        : ['progressDeadlineSeconds', `is not over minReadySeconds (${minReadySeconds})`];
    problems.add(prop, props[prop as 'minReadySeconds'], `${problem}: no rollout could end in time`);
  }
  if (strategy === undefined || !('rollingUpdate' in strategy) || strategy.rollingUpdate === undefined) return;
  const { type, rollingUpdate } = strategy;
  const { maxSurge, maxUnavailable } = rollingUpdate;
  const at = problems.at('strategy.rollingUpdate');
  if ((type as string | undefined) === 'Recreate') {
    at.add('', undefined, 'stands beside type "Recreate": leave one of them out');
  }
  at.check('maxSurge', maxSurge, intOrPercentProblem);
  at.check('maxUnavailable', maxUnavailable, (value) => intOrPercentProblem(value, { max: '100%' }));
  if (isNone(maxSurge) && isNone(maxUnavailable)) {
    at.add('', undefined, 'lets there be neither a pod more nor a pod less: raise maxSurge or maxUnavailable');
  }
}

function isNone(value: IntOrPercent | undefined): boolean {
  return value === 0 || (typeof value === 'string' && parseInt(value, 10) === 0);
}

function checkIngress(
  problems: Problems,
  { className, paths, tlsSecretName }: IngressProps,
  { ports, hosts, props }: ResolvedWeb,
): void {
  if (props.service === false) problems.add('', undefined, 'needs a Service: leave out service: false');
  problems.check('className', className, dnsSubdomainProblem);
  for (const host of hosts) problems.check('host', host, (name) => missingValueProblem(name) ?? hostNameProblem(name));
  checkReference(problems, 'tlsSecretName', tlsSecretName, 'Secret');
  for (const [path, { pathType, port }] of Object.entries(paths ?? {})) {
    problems.check('paths', path, (text) => pathProblem(text, pathType));
    if (port !== undefined && findPort(ports, port) === undefined) {
      problems.add(`${keyed('paths', path)}.port`, port, notDeclared(ports));
    }
  }
}

// Source: ValidateHTTPIngressPath in Kubernetes' networking validation. What an ImplementationSpecific path means, its controller knows.
function pathProblem(path: string, pathType: string): string | undefined {
  if (!path.startsWith('/')) return `is not absolute: write "/${path}"`;
  if (pathType === 'ImplementationSpecific') return undefined;
  if (/\/\/|\/\.\.?(\/|$)|%2f/i.test(path)) return 'has "//", "/.", "/.." or "%2f": write the path that it leads to';
  return undefined;
}

/** The declared port of this name or container number. */
export function findPort(ports: readonly NamedPort[], port: number | string): NamedPort | undefined {
  return ports.find(({ name, containerPort }) => name === port || containerPort === port);
}

function withDrain(props: WebServiceProps): WebServiceProps {
  const { lifecycle } = props;
  const seconds = secondsToDrain(props);
  if (lifecycle?.preStop !== undefined || seconds === 0) return props;
  return { ...props, lifecycle: { ...lifecycle, preStop: { sleep: { seconds } } } };
}

function secondsToDrain({ drainSeconds, service }: WebServiceProps): number {
  // Without a Service there is nobody to whom the news must spread.
  return drainSeconds ?? (service === false ? 0 : DRAIN_SECONDS);
}
