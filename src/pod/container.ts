import { defined } from '../values/defined';
import { imageProblem } from '../manifest/image';
import type { Container, VolumeMount } from '../manifest/kubernetes';
import type { Problems } from '../props/problem';
import { argumentsProblem, commandProblem } from './command';
import { checkEnvironment, environment, environmentSources, type Env, type EnvFrom } from './environment';
import {
  checkMounts,
  checkPropagation,
  normalPath,
  type Mount,
  type MountableVolumes,
  type Mounts,
  type OwnMount,
} from './mounts';
import { checkPorts, containerPorts, type AnyPort, type NamedPort, type PortProps } from './ports';
import { checkProbes, containerLifecycle, containerProbes, type Lifecycle, type Probes } from './probes';
import { checkResources, containerResources, type Resources } from './resources';
import {
  checkIdentity,
  containerSecurity,
  type ContainerIdentity,
  type ContainerSecurity,
  type Privilege,
} from './security';

/** What one container runs, reads, sees and may do. */
export interface ContainerProps<Port extends AnyPort = AnyPort> extends ContainerIdentity {
  /** With a tag or a digest: `'postgres:16.4'`. No tag, or `latest`, is refused: nobody could say what runs. */
  readonly image: string;
  /** @default - Kubernetes' own: 'IfNotPresent' for an image with a tag */
  readonly imagePullPolicy?: Container['imagePullPolicy'];
  /**
   * The program, in place of the image's entrypoint. No shell runs it: use `['sh', '-c', '...']` for one.
   *
   * @default - the image's entrypoint
   */
  readonly command?: readonly string[];
  /** @default - the image's arguments */
  readonly args?: readonly string[];
  /** @default - the image's working directory */
  readonly workingDir?: string;
  /** Environment variables by name. */
  readonly env?: Env;
  /** Secrets and ConfigMaps of which every key becomes an environment variable. */
  readonly envFrom?: readonly EnvFrom[];
  /** Files and folders by the path at which the container sees them. */
  readonly mounts?: Mounts;
  /**
   * Whether `/tmp` is an empty folder that the container may write. The root file system is read-only, and most programs want one.
   *
   * @default true
   */
  readonly tmp?: boolean;
  /** @default - none: only the application knows when it is ready */
  readonly probes?: Probes<Port>;
  /**
   * What runs right after the container has started, and before it is told to stop.
   *
   * @default - nothing; in a WebService, a pause of `drainSeconds` before the stop
   */
  readonly lifecycle?: Lifecycle<Port>;
  /** @default - none: only the team knows its figures */
  readonly resources?: Resources;
  /**
   * The number of the user that the process runs as. The pod is `runAsNonRoot`, so without it the image has to name a user by number
   * (`USER 1000`). For `USER app` the kubelet cannot tell who that is: "container has runAsNonRoot and image has non-numeric user"; give
   * the number that `docker run --entrypoint id <image>` prints. For an image that says nothing, or root, it is "container has
   * runAsNonRoot and image will run as root": give a user that can run it, such as `1000`, or say why it is root in
   * `privilege: { reason, root: true }`; in a NodeAgent in `host`.
   *
   * @default - the image's, which must be a number and not root
   */
  readonly user?: number;
  /** @default - the same number as `user` */
  readonly group?: number;
  /** What the container needs beyond the restricted Pod Security Standard, with the reason. */
  readonly privilege?: Privilege;
  /**
   * Further fields of the container's security context, beside those that have a prop of their own.
   *
   * @default { readOnlyRootFilesystem: true }
   */
  readonly securityContext?: ContainerSecurity;
  /**
   * What the status says of a container that ended: what it wrote to `/dev/termination-log` (`'File'`), or, if that is nothing and it
   * failed, the end of its log (`'FallbackToLogsOnError'`).
   *
   * @default 'File'
   */
  readonly terminationMessagePolicy?: Container['terminationMessagePolicy'];
  /**
   * Whether standard input is kept open.
   *
   * @default false
   */
  readonly stdin?: boolean;
  /**
   * Whether the process has a terminal, which needs `stdin`.
   *
   * @default false
   */
  readonly tty?: boolean;
}

/** A container beside the main one, with the ports that it declares. */
export interface ExtraContainerProps<
  Port extends number = number,
  Name extends string = string,
> extends ContainerProps {
  readonly ports?: { readonly [name in Name]?: Port | PortProps<Port> };
}

/** A container that runs before the main one and ends; with `restartPolicy: 'Always'` it goes on beside it: a native sidecar. */
export interface InitContainerProps<Port extends number = number> extends ExtraContainerProps<Port> {
  /** @default - the container must end with success before the next one starts */
  readonly restartPolicy?: 'Always';
}

/** A container with its name, and what the construct adds to it. */
export interface ContainerPlan {
  readonly name: string;
  readonly props: ContainerProps;
  readonly ports: readonly NamedPort[];
  /** What the construct mounts beside the user's mounts. */
  readonly mounts: readonly OwnMount[];
  /** Whether the pod's own security context already says the user; set for the main container. */
  readonly isMain: boolean;
  /** Where its privilege is written. */
  readonly privilegeProp: 'privilege' | 'host';
}

/** All mounts of a container: the construct's, the user's and, unless taken or refused, `/tmp`. */
export function allMounts({ props, mounts }: ContainerPlan): Mounts {
  const own = Object.fromEntries(mounts.map(({ path, mount }) => [path, mount]));
  const all: Record<string, Mount> = { ...own, ...props.mounts };
  const wanted = props.tmp ?? props.securityContext?.readOnlyRootFilesystem !== false;
  const taken = Object.keys(all).some((path) => normalPath(path) === '/tmp');
  return wanted && !taken ? { ...all, '/tmp': { emptyDir: {} } } : all;
}

export function container(
  { name, props, ports, isMain }: ContainerPlan,
  volumeMounts: readonly VolumeMount[],
): Container {
  const optional: Partial<Container> = {
    imagePullPolicy: props.imagePullPolicy,
    command: filled(props.command),
    args: filled(props.args),
    workingDir: props.workingDir,
    env: environment(props.env),
    envFrom: environmentSources(props.envFrom),
    ports: containerPorts(ports),
    resources: containerResources(props.resources),
    lifecycle: containerLifecycle(props.lifecycle),
    terminationMessagePolicy: props.terminationMessagePolicy,
    stdin: props.stdin,
    tty: props.tty,
  };
  return {
    name,
    image: props.image,
    ...defined(optional),
    ...containerProbes(props.probes),
    ...(volumeMounts.length > 0 && { volumeMounts }),
    // The main container's user is the pod's: it owns the volumes. It is not said twice.
    securityContext: containerSecurity(
      isMain && props.privilege?.root !== true ? { ...props, user: undefined, group: undefined } : props,
    ),
  };
}

/** What containers of one pod share. */
export interface SharedInPod extends MountableVolumes {
  readonly ports: readonly NamedPort[];
  readonly resourceClaims: ReadonlySet<string>;
}

export function checkContainer(problems: Problems, plan: ContainerPlan, pod: SharedInPod): void {
  const { props, ports, mounts } = plan;
  if (typeof props.image !== 'string')
    problems.add('image', props.image, 'is missing: name the image with its tag, such as "postgres:16.4"');
  else problems.check('image', props.image, imageProblem);
  problems.check('command', filled(props.command), commandProblem);
  problems.check('args', filled(props.args), argumentsProblem);
  checkEnvironment(problems, props.env, props.envFrom);
  checkPorts(problems, ports);
  checkProbes(problems, props.probes, props.lifecycle, { ports, podPorts: pod.ports });
  checkResources(problems, props.resources, pod.resourceClaims);
  checkIdentity(problems, props, plan.privilegeProp);
  checkMounts(problems, mounts, props.mounts, { ...pod, isMain: plan.isMain });
  if (props.privilege?.privileged !== true) checkPropagation(problems, mounts, props.mounts, plan.privilegeProp);
}

function filled<T>(list: readonly T[] | undefined): readonly T[] | undefined {
  return list?.length === 0 ? undefined : list;
}
