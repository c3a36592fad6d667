import type { PodSecurityContext, SecurityContext } from '../manifest/kubernetes';
import type { Problems } from '../manifest/problem';

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
  /** Linux capabilities beyond none, without the `CAP_`: `['NET_ADMIN']`. */
  readonly capabilities?: readonly Capability[];
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

/** Linux capabilities that Kubernetes users meet; any other upper-case name is taken too. */
export type Capability =
  | 'AUDIT_WRITE'
  | 'BPF'
  | 'CHOWN'
  | 'DAC_OVERRIDE'
  | 'DAC_READ_SEARCH'
  | 'FOWNER'
  | 'FSETID'
  | 'IPC_LOCK'
  | 'KILL'
  | 'MKNOD'
  | 'NET_ADMIN'
  | 'NET_BIND_SERVICE'
  | 'NET_RAW'
  | 'PERFMON'
  | 'SETFCAP'
  | 'SETGID'
  | 'SETPCAP'
  | 'SETUID'
  | 'SYSLOG'
  | 'SYS_ADMIN'
  | 'SYS_CHROOT'
  | 'SYS_MODULE'
  | 'SYS_NICE'
  | 'SYS_PTRACE'
  | 'SYS_RESOURCE'
  | 'SYS_TIME'
  // Not plain Uppercase<string>: it would swallow the names above, and with them what an editor can suggest.
  | (Uppercase<string> & {});

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
  const capabilities = {
    ...(privilege?.capabilities?.length && { add: privilege.capabilities }),
    drop: ['ALL'],
  };
  // Kubernetes refuses allowPrivilegeEscalation: false beside privileged and beside CAP_SYS_ADMIN.
  const escalates =
    privilege?.allowPrivilegeEscalation === true || privilege?.capabilities?.includes('SYS_ADMIN') === true;
  return {
    ...(privilege?.privileged === true
      ? { privileged: true }
      : { ...(!escalates && { allowPrivilegeEscalation: false }), capabilities }),
    readOnlyRootFilesystem: true,
    ...securityContext,
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
    ...pod,
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
  for (const capability of privilege.capabilities ?? []) {
    problems.check(`${prop}.capabilities`, capability, capabilityProblem);
  }
}

function idProblem(id: number): string | undefined {
  return Number.isInteger(id) && id >= 0 && id < 2 ** 31 ? undefined : 'is not a numeric id from 0 to 2147483647';
}

function capabilityProblem(capability: string): string | undefined {
  if (/^(?!CAP_)[A-Z][A-Z\d_]*$/.test(capability)) return undefined;
  return `is not a capability: write "${capability.toUpperCase().replace(/[- ]/g, '_').replace(/^CAP_/, '')}"`;
}

function runAs({ user, group = user }: ContainerIdentity): SecurityContext {
  return { ...(user !== undefined && { runAsUser: user }), ...(group !== undefined && { runAsGroup: group }) };
}
