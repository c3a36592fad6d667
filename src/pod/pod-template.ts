import type { Container, PodSpec, PodTemplateSpec, Volume } from '../manifest/kubernetes';
import { dnsLabelProblem } from '../manifest/name';
import type { Problems } from '../manifest/problem';
import { checkReference, nameOf, type NameOf } from '../manifest/reference';
import {
  allMounts,
  checkContainer,
  container,
  defined,
  type ContainerPlan,
  type ContainerProps,
  type ExtraContainerProps,
  type InitContainerProps,
} from './container';
import { checkVolumes, podVolumes, volumeSource, type Mounts, type PodVolumes, type Volumes } from './mounts';
import { resolvePorts, type NamedPort } from './ports';
import { checkScheduling, scheduling, type Scheduling } from './scheduling';
import { podSecurity, type PodSecurity } from './security';

/** What a pod has beside its main container. */
export interface PodProps extends Scheduling {
  /** Containers that run one after another before the others, in this order. */
  readonly initContainers?: Readonly<Record<string, InitContainerProps>>;
  /** Helpers that start before the init containers and end after the main container: native sidecars. */
  readonly sidecars?: Readonly<Record<string, ExtraContainerProps>>;
  /** Containers beside the main one, as its equals. A Job waits for all of them. */
  readonly containers?: Readonly<Record<string, ExtraContainerProps>>;
  /** Volumes that more than one container mounts, by name. */
  readonly volumes?: Volumes;
  readonly podSecurityContext?: PodSecurity;
  readonly imagePullSecrets?: readonly NameOf[];
  /** @default 30 */
  readonly terminationGracePeriodSeconds?: number;
  readonly hostAliases?: PodSpec['hostAliases'];
  readonly dnsPolicy?: PodSpec['dnsPolicy'];
  readonly dnsConfig?: PodSpec['dnsConfig'];
  /** Whether the pod uses the node's user namespace. */
  readonly hostUsers?: boolean;
  readonly shareProcessNamespace?: boolean;
  /** Whether every Service of the namespace appears as environment variables. */
  readonly enableServiceLinks?: boolean;
}

/** A pod template with every question answered but how to write it. */
export interface PodPlan {
  readonly containerName: string;
  readonly main: ContainerProps;
  readonly ports: readonly NamedPort[];
  readonly pod: PodProps;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  /** Volumes that the construct adds: config files, host paths. */
  readonly volumes: readonly Volume[];
  /** Names of volumes that come from claim templates. */
  readonly claims: readonly string[];
  /** What the construct mounts into the main container. */
  readonly mounts: Mounts;
  /** Fields of the pod that the construct decides: restartPolicy, host namespaces. */
  readonly fields: Partial<PodSpec>;
  /** Labels of pods that should not share a node. */
  readonly spread: Readonly<Record<string, string>> | undefined;
}

interface ContainerPlans {
  readonly main: ContainerPlan;
  readonly extra: readonly ContainerPlan[];
  readonly sidecars: readonly ContainerPlan[];
  readonly init: readonly (ContainerPlan & { readonly props: InitContainerProps })[];
}

export function podTemplate(plan: PodPlan): PodTemplateSpec {
  const { pod } = plan;
  const plans = containerPlans(plan);
  const named = Object.entries(pod.volumes ?? {}).map(([name, source]) => ({ name, ...volumeSource(source) }));
  const volumes = podVolumes(plan.containerName, [...plan.volumes, ...named], plan.claims);
  const containers = [plans.main, ...plans.extra].map((each) => built(each, volumes));
  const initContainers = [
    ...plans.sidecars.map((each) => sidecar(built(each, volumes))),
    ...plans.init.map((each) => (each.props.restartPolicy === 'Always' ? sidecar(built(each, volumes)) : built(each, volumes))),
  ];
  const spec: PodSpec = defined({
    serviceAccountName: plan.serviceAccountName,
    automountServiceAccountToken: plan.automountServiceAccountToken,
    securityContext: podSecurity(plan.main, pod.podSecurityContext),
    ...(initContainers.length > 0 && { initContainers }),
    containers,
    ...(volumes.volumes.length > 0 && { volumes: volumes.volumes }),
    ...(pod.imagePullSecrets?.length && { imagePullSecrets: pod.imagePullSecrets.map((name) => ({ name: nameOf(name) })) }),
    terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds,
    hostAliases: pod.hostAliases,
    dnsPolicy: pod.dnsPolicy,
    dnsConfig: pod.dnsConfig,
    hostUsers: pod.hostUsers,
    shareProcessNamespace: pod.shareProcessNamespace,
    enableServiceLinks: pod.enableServiceLinks,
    ...scheduling(pod, plan.spread),
    ...plan.fields,
  });
  return { metadata: { labels: plan.labels, ...annotations(plan.annotations) }, spec };
}

export function checkPod(problems: Problems, plan: PodPlan): void {
  const { pod } = plan;
  const { main, extra, sidecars, init } = containerPlans(plan);
  const groups = { containers: extra, sidecars, initContainers: init };
  const all = [main, ...extra, ...sidecars, ...init];
  const volumes = new Set([...plan.volumes.map(({ name }) => name), ...plan.claims, ...Object.keys(pod.volumes ?? {})]);
  const shared = { ports: all.flatMap(({ ports }) => ports), volumes };
  problems.check('containerName', main.name, dnsLabelProblem);
  checkContainer(problems, main, shared);
  const names = new Set([main.name]);
  for (const [group, plans] of Object.entries(groups)) {
    for (const each of plans) {
      const problem = names.has(each.name) ? 'is the name of another container of this pod: take another' : dnsLabelProblem(each.name);
      if (problem !== undefined) problems.add(group, each.name, problem);
      names.add(each.name);
      checkContainer(problems.at(`${group}.${each.name}`), each, shared);
    }
  }
  for (const { name, props } of init) {
    if (props.restartPolicy === 'Always' || (props.probes === undefined && props.lifecycle === undefined)) continue;
    problems.add(`initContainers.${name}`, undefined, 'has probes or lifecycle: only a container with restartPolicy "Always" (a sidecar) may');
  }
  checkVolumes(problems, pod.volumes);
  checkScheduling(problems, pod);
  for (const [index, reference] of (pod.imagePullSecrets ?? []).entries()) {
    checkReference(problems, `imagePullSecrets[${index}]`, reference, 'Secret');
  }
  const grace = pod.terminationGracePeriodSeconds;
  if (grace !== undefined && !(Number.isInteger(grace) && grace >= 0)) {
    problems.add('terminationGracePeriodSeconds', grace, 'is not a whole number of seconds from 0');
  }
  checkSleep(problems, plan);
}

/** The kubelet kills a container when its grace period is over, asleep or not. */
function checkSleep(problems: Problems, { main, pod }: PodPlan): void {
  const handler = main.lifecycle?.preStop;
  const grace = pod.terminationGracePeriodSeconds ?? 30;
  if (handler === undefined || !('sleep' in handler) || handler.sleep.seconds <= grace) return;
  problems.add('lifecycle.preStop.sleep.seconds', handler.sleep.seconds, `is over terminationGracePeriodSeconds (${grace}): sleep less, or raise it`);
}

function containerPlans({ containerName, main, ports, mounts, pod }: PodPlan): ContainerPlans {
  const plan = <Props extends ExtraContainerProps>([name, props]: [string, Props]): ContainerPlan & { props: Props } => {
    return { name, props, ports: resolvePorts(name, undefined, props.ports), mounts: {}, isMain: false };
  };
  return {
    main: { name: containerName, props: main, ports, mounts, isMain: true },
    extra: Object.entries(pod.containers ?? {}).map(plan),
    sidecars: Object.entries(pod.sidecars ?? {}).map(plan),
    init: Object.entries(pod.initContainers ?? {}).map(plan),
  };
}

function built(plan: ContainerPlan, volumes: PodVolumes): Container {
  return container(plan, volumes.mount(plan.name, allMounts(plan)));
}

function sidecar(built: Container): Container {
  return { ...built, restartPolicy: 'Always' };
}

function annotations(all: Readonly<Record<string, string>>): { readonly annotations?: Readonly<Record<string, string>> } {
  return Object.keys(all).length > 0 ? { annotations: all } : {};
}
