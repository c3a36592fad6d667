import type { Container, PodSpec, PodTemplateSpec, Volume } from '../manifest/kubernetes';
import { defined } from '../values/defined';
import { dnsLabelProblem } from '../manifest/name';
import { keyed, type Problems } from '../props/problem';
import { checkReference, nameOf, type NameOf } from '../manifest/reference';
import { wholeNumberFrom } from '../props/whole-number';
import {
  allMounts,
  checkContainer,
  container,
  type ContainerPlan,
  type ContainerProps,
  type ExtraContainerProps,
  type InitContainerProps,
} from './container';
import {
  checkVolumes,
  podVolumes,
  volumeSource,
  type OwnMount,
  type PodVolumes,
  type ReadOnlyVolumes,
  type Volumes,
} from './mounts';
import { portsOf, resolvePorts, type NamedPort } from './ports';
import { checkResourceClaims } from './resources';
import { checkScheduling, scheduling, type Scheduling, type Spread } from './scheduling';
import { podSecurity, type PodSecurity } from './security';

/** What a pod has beside its main container. */
export interface PodProps<Port extends number = number, Name extends string = string> extends Scheduling {
  /** Containers that run one after another before the others, in this order. */
  readonly initContainers?: Readonly<Record<string, InitContainerProps<Port>>>;
  /** Helpers that start before the init containers and end after the main container: native sidecars. */
  readonly sidecars?: Readonly<Record<string, ExtraContainerProps<Port, Name>>>;
  /** Containers beside the main one, as its equals. A Job waits for all of them. */
  readonly containers?: Readonly<Record<string, ExtraContainerProps<Port, Name>>>;
  /** Volumes that more than one container mounts, by name. */
  readonly volumes?: Volumes;
  /** Devices that the pod asks for; a container uses one by its name in `resources.claims`. */
  readonly resourceClaims?: PodSpec['resourceClaims'];
  /**
   * Further fields of the pod's security context, beside those that have a prop of their own.
   *
   * @default { seccompProfile: { type: 'RuntimeDefault' } }
   */
  readonly podSecurityContext?: PodSecurity;
  /**
   * The Secrets with the logins of private registries: names, or constructs.
   *
   * @default - none: the nodes can pull the images
   */
  readonly imagePullSecrets?: readonly NameOf[];
  /**
   * The seconds from the signal to stop, with what `preStop` takes, until the processes are killed.
   *
   * @default 30
   */
  readonly terminationGracePeriodSeconds?: number;
  /** Further lines of `/etc/hosts`. */
  readonly hostAliases?: PodSpec['hostAliases'];
  /**
   * Whom the pod asks for names.
   *
   * @default 'ClusterFirst': the cluster, and what it does not know the name servers of the node
   */
  readonly dnsPolicy?: PodSpec['dnsPolicy'];
  /** Name servers, search domains and options beside those of `dnsPolicy`. */
  readonly dnsConfig?: PodSpec['dnsConfig'];
  /**
   * Whether the pod's users are those of the node; `false` gives it a user namespace of its own.
   *
   * @default true
   */
  readonly hostUsers?: boolean;
  /**
   * Whether the containers see each other's processes.
   *
   * @default false
   */
  readonly shareProcessNamespace?: boolean;
  /**
   * Whether every Service of the namespace appears as environment variables.
   *
   * @default true
   */
  readonly enableServiceLinks?: boolean;
}

/** A pod template with every question answered but how to write it. */
export interface PodPlan {
  readonly containerName: string;
  readonly main: ContainerProps;
  /** Where the privilege of the main container is written. */
  readonly privilegeProp: 'privilege' | 'host';
  readonly ports: readonly NamedPort[];
  readonly pod: PodProps;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly serviceAccountName: string;
  readonly automountServiceAccountToken: boolean;
  /** Volumes that the construct adds: config files, host paths. */
  readonly volumes: readonly Volume[];
  /** Those of them that are read-only unless a mount says otherwise. */
  readonly readOnlyVolumes: ReadOnlyVolumes;
  /** Names of volumes that come from claim templates. */
  readonly claims: readonly string[];
  /** What the construct mounts into the main container. */
  readonly mounts: readonly OwnMount[];
  /** Fields of the pod that the construct decides: restartPolicy, host namespaces. */
  readonly fields: Partial<PodSpec>;
  /** The labels that select the pods. */
  readonly selector: Readonly<Record<string, string>>;
  readonly spread: Spread;
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
  const volumes = podVolumes(plan.containerName, [...plan.volumes, ...named], plan.claims, plan.readOnlyVolumes);
  const containers = [plans.main, ...plans.extra].map((each) => built(each, volumes));
  const initContainers = [
    ...plans.sidecars.map((each) => sidecar(built(each, volumes))),
    ...plans.init.map((each) =>
      each.props.restartPolicy === 'Always' ? sidecar(built(each, volumes)) : built(each, volumes),
    ),
  ];
  const spec: PodSpec = defined({
    serviceAccountName: plan.serviceAccountName,
    automountServiceAccountToken: plan.automountServiceAccountToken,
    securityContext: podSecurity(plan.main, pod.podSecurityContext),
    ...(initContainers.length > 0 && { initContainers }),
    containers,
    ...(volumes.volumes.length > 0 && { volumes: volumes.volumes }),
    ...(pod.imagePullSecrets?.length && {
      imagePullSecrets: pod.imagePullSecrets.map((name) => ({ name: nameOf(name) })),
    }),
    ...(pod.resourceClaims?.length && { resourceClaims: pod.resourceClaims }),
    terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds,
    hostAliases: pod.hostAliases,
    dnsPolicy: pod.dnsPolicy,
    dnsConfig: pod.dnsConfig,
    hostUsers: pod.hostUsers,
    shareProcessNamespace: pod.shareProcessNamespace,
    enableServiceLinks: pod.enableServiceLinks,
    ...scheduling(pod, plan.selector, plan.spread),
    ...plan.fields,
  });
  return { metadata: { labels: plan.labels, ...annotations(plan.annotations) }, spec };
}

/** The ports of every container that goes on; the main one's first. */
export function podPorts(main: readonly NamedPort[], pod: PodProps): readonly NamedPort[] {
  const others = [
    ...Object.entries(pod.containers ?? {}).map(([name, { ports }]) => portsOf(keyed('containers', name), ports)),
    ...Object.entries(pod.sidecars ?? {}).map(([name, { ports }]) => portsOf(keyed('sidecars', name), ports)),
  ];
  return [...main, ...others.flat()];
}

export function checkPod(problems: Problems, plan: PodPlan): void {
  const { pod } = plan;
  const { main, extra, sidecars, init } = containerPlans(plan);
  const others = Object.entries({ containers: extra, sidecars, initContainers: init }).flatMap(([group, plans]) =>
    plans.map((each) => ({ group, each, at: problems.at(keyed(group, each.name)) })),
  );
  const ownVolumes = [...plan.volumes.map(({ name }) => name), ...plan.claims];
  const shared = {
    ports: [main, ...others.map(({ each }) => each)].flatMap(({ ports }) => ports),
    volumes: new Set([...ownVolumes, ...Object.keys(pod.volumes ?? {})]),
    readOnlyVolumes: plan.readOnlyVolumes,
    hasHost: plan.privilegeProp === 'host',
    resourceClaims: new Set(pod.resourceClaims?.map(({ name }) => name)),
  };
  checkContainer(problems, main, shared);
  const names = new Set([main.name]);
  for (const { group, each, at } of others) {
    const twice = names.has(each.name) ? 'is the name of another container of this pod: take another' : undefined;
    problems.check(group, each.name, (name) => twice ?? dnsLabelProblem(name));
    names.add(each.name);
    checkContainer(at, each, shared);
  }
  for (const each of init) checkInit(problems.at(keyed('initContainers', each.name)), each.props);
  checkTogether(
    [{ each: main, at: problems }, ...others.filter(({ each }) => !init.some((one) => one === each && ends(one)))],
    pod,
  );
  checkVolumes(problems, pod.volumes, ownVolumes, plan.privilegeProp === 'host');
  checkResourceClaims(problems, pod.resourceClaims);
  checkScheduling(problems, pod);
  for (const [index, reference] of (pod.imagePullSecrets ?? []).entries()) {
    checkReference(problems, `imagePullSecrets[${index}]`, reference, 'Secret');
  }
  problems.check('terminationGracePeriodSeconds', pod.terminationGracePeriodSeconds, wholeNumberFrom(0));
}

function checkInit(problems: Problems, { restartPolicy, probes, lifecycle }: InitContainerProps): void {
  if (restartPolicy === 'Always' || (probes === undefined && lifecycle === undefined)) return;
  const problem = 'is for a container that goes on: leave it out, or give restartPolicy: "Always"';
  problems.add(probes === undefined ? 'lifecycle' : 'probes', undefined, problem);
}

/** Containers that run at the same time share one network, and one grace period. */
function checkTogether(
  containers: readonly { readonly each: ContainerPlan; readonly at: Problems }[],
  pod: PodProps,
): void {
  const listening = new Map<string, string>();
  const grace = pod.terminationGracePeriodSeconds ?? 30;
  for (const { each, at } of containers) {
    for (const { containerPort, protocol = 'TCP', prop } of each.ports) {
      const other = listening.get(`${containerPort}/${protocol}`);
      if (other !== undefined && other !== each.name) {
        at.add(
          prop,
          containerPort,
          `is a port of the container "${other}" too, and they share one network: take another`,
        );
      }
      listening.set(`${containerPort}/${protocol}`, each.name);
    }
    // The kubelet kills a container when its grace period is over, asleep or not.
    const asleep = each.props.lifecycle?.preStop?.sleep?.seconds ?? 0;
    if (asleep <= grace) continue;
    at.add(
      'lifecycle.preStop.sleep.seconds',
      asleep,
      `is over terminationGracePeriodSeconds (${grace}): sleep less, or raise it`,
    );
  }
}

function ends({ props }: { readonly props: InitContainerProps }): boolean {
  return props.restartPolicy !== 'Always';
}

function containerPlans({ containerName, main, ports, mounts, pod, privilegeProp }: PodPlan): ContainerPlans {
  const plan = <Props extends ExtraContainerProps>([name, props]: [string, Props]): ContainerPlan & {
    props: Props;
  } => {
    return { name, props, ports: resolvePorts(props.ports), mounts: [], isMain: false, privilegeProp: 'privilege' };
  };
  return {
    main: { name: containerName, props: main, ports, mounts, isMain: true, privilegeProp },
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

function annotations(all: Readonly<Record<string, string>>): {
  readonly annotations?: Readonly<Record<string, string>>;
} {
  return Object.keys(all).length > 0 ? { annotations: all } : {};
}
