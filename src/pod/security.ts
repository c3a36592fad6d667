import type { PodSecurityContext, SecurityContext } from '../manifest/kubernetes';
import { defined } from '../values/defined';
import type { Problems } from '../props/problem';
import { capabilityProblem, namedCapabilities, type Capabilities } from './capabilities';

/**
 * What a container may do beyond the restricted Pod Security Standard, and why. The reason is written into an annotation of the
 * workload, beside the suppressions of the linters that would ask for it.
 */
export interface Privilege {
  /** Why it is needed, for the reviewer: `'binds to port 80'`. */
  readonly reason: string;
  /**
   * Runs as user 0.
   *
   * @default false
   */
  readonly root?: boolean;
  /**
   * Linux capabilities beyond none, without the `CAP_`: `['NET_ADMIN']`. For an image that starts as root, changes the owners of its
   * files and then becomes another user, `'runtime-default'` beside `root: true` gives the container runtime's own set, which the
   * baseline Pod Security Standard allows.
   *
   * @default - none
   */
  readonly capabilities?: Capabilities;
  /**
   * Runs with all capabilities and all devices of the node.
   *
   * @default false
   */
  readonly privileged?: boolean;
  /**
   * Lets a process gain more privileges than its parent, by setuid binaries for example.
   *
   * @default false
   */
  readonly allowPrivilegeEscalation?: boolean;
}

/** The parts of a container's security context that are safe to set; the unsafe ones are in `privilege`. */
export interface ContainerSecurity {
  /** @default true */
  readonly readOnlyRootFilesystem?: boolean;
  readonly seLinuxOptions?: SecurityContext['seLinuxOptions'];
  readonly seccompProfile?: SecurityContext['seccompProfile'];
  readonly appArmorProfile?: SecurityContext['appArmorProfile'];
}

export interface ContainerIdentity {
  readonly user?: number;
  readonly group?: number;
  readonly privilege?: Privilege;
  readonly securityContext?: ContainerSecurity;
}

/** The parts of a pod's security context that may be set beside the defaults. */
export interface PodSecurity {
  readonly supplementalGroups?: readonly number[];
  readonly supplementalGroupsPolicy?: PodSecurityContext['supplementalGroupsPolicy'];
  readonly sysctls?: PodSecurityContext['sysctls'];
  readonly seLinuxOptions?: PodSecurityContext['seLinuxOptions'];
  readonly seLinuxChangePolicy?: PodSecurityContext['seLinuxChangePolicy'];
  /** @default { type: 'RuntimeDefault' } */
  readonly seccompProfile?: PodSecurityContext['seccompProfile'];
  readonly appArmorProfile?: PodSecurityContext['appArmorProfile'];
}

/** Nothing that the restricted Pod Security Standard forbids, and a root file system that cannot be written. */
export function containerSecurity(identity: ContainerIdentity): SecurityContext {
  const { privilege, securityContext } = identity;
  const added = namedCapabilities(privilege?.capabilities);
  const capabilities = { ...(added.length > 0 && { add: added }), drop: ['ALL'] };
  return {
    // Kubernetes refuses allowPrivilegeEscalation: false beside privileged.
    ...(privilege?.privileged === true
      ? { privileged: true }
      : {
          ...(privilege?.allowPrivilegeEscalation !== true && { allowPrivilegeEscalation: false }),
          ...(privilege?.capabilities !== 'runtime-default' && { capabilities }),
        }),
    readOnlyRootFilesystem: true,
    ...defined(securityContext ?? {}),
    ...(privilege?.root === true
      ? { runAsNonRoot: false, ...runAs({ user: 0, group: identity.group }) }
      : runAs(identity)),
  };
}

/** The user of the main container is the pod's; it owns the pod's volumes too. */
export function podSecurity(main: ContainerIdentity, pod: PodSecurity | undefined): PodSecurityContext {
  const { user, group = user } = main.privilege?.root === true ? { group: main.group, user: undefined } : main;
  return {
    runAsNonRoot: true,
    ...(user !== undefined && { runAsUser: user }),
    ...(group !== undefined && { runAsGroup: group, fsGroup: group, fsGroupChangePolicy: 'OnRootMismatch' }),
    seccompProfile: { type: 'RuntimeDefault' },
    ...defined(pod ?? {}),
  };
}

/** @param prop where the privilege is written: a NodeAgent has it in `host` */
export function checkIdentity(
  problems: Problems,
  { user, group, privilege }: ContainerIdentity,
  prop: 'privilege' | 'host',
): void {
  problems.check('user', user, idProblem);
  problems.check('group', group, idProblem);
  if (user === 0 && privilege?.root !== true) {
    const problem = `is root: say why in ${prop}: { reason, root: true }, or use the id that the image runs as`;
    problems.add('user', 0, problem);
  }
  if (user !== undefined && user !== 0 && privilege?.root === true) {
    problems.add('user', user, `is not root: leave out user, or ${prop}.root`);
  }
  if (privilege === undefined) return;
  if (typeof privilege.reason !== 'string' || privilege.reason.trim() === '') {
    problems.add(`${prop}.reason`, undefined, 'is missing: say why the container needs it');
  }
  const { capabilities } = privilege;
  // JavaScript callers may give another word.
  const given: readonly string[] = typeof capabilities === 'string' ? [capabilities] : (capabilities ?? []);
  for (const capability of given) {
    if (capability !== 'runtime-default') problems.check(`${prop}.capabilities`, capability, capabilityProblem);
    else if (capabilities !== 'runtime-default') {
      problems.add(
        `${prop}.capabilities`,
        capability,
        'is no part of a list: give it alone, capabilities: "runtime-default"',
      );
    }
  }
}

function idProblem(id: number): string | undefined {
  return Number.isInteger(id) && id >= 0 && id < 2 ** 31 ? undefined : 'is not a numeric id from 0 to 2147483647';
}

function runAs({ user, group = user }: ContainerIdentity): SecurityContext {
  return { ...(user !== undefined && { runAsUser: user }), ...(group !== undefined && { runAsGroup: group }) };
}
