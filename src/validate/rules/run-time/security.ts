import type { PodSpec } from '../../../../imports/kubernetes/types';
import { didYouMean } from '../../../values/did-you-mean';
import type { Rule } from '../../rule';
import { eachContainer } from '../pod/each-container';

export const rootUser: Rule<'PodSpec'> = {
  code: 'root-user',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['SecurityContext.runAsUser', 'PodSecurityContext.runAsUser'],
  summary: 'A container that must not run as root has no runAsUser of 0, or it never starts.',
  mirrors: 'pkg/kubelet/kuberuntime/security_context_others.go: verifyRunAsNonRoot',
  check(spec: PodSpec, at, report) {
    const { securityContext: pod = {} } = spec;
    eachContainer(spec, ({ securityContext: own = {} }, list, index) => {
      const isNonRoot = own.runAsNonRoot ?? pod.runAsNonRoot;
      if (isNonRoot !== true || (own.runAsUser ?? pod.runAsUser) !== 0) return;
      const owner = own.runAsUser === undefined ? at : at.field(list).item(index);
      report(
        owner.field('securityContext').field('runAsUser'),
        'is 0, which is root, and runAsNonRoot is true',
        'give another user',
      );
    });
  },
};

export const capabilityName: Rule<'SecurityContext'> = {
  code: 'capability-name',
  severity: 'warning',
  on: 'SecurityContext',
  needs: ['Capabilities'],
  summary:
    'A capability has the name that Linux gives it, without "CAP_", or the container does not start, or runs without it.',
  check({ capabilities = {}, allowPrivilegeEscalation }, at, report) {
    for (const list of ['add', 'drop'] as const) {
      capabilities[list]?.forEach((name, index) => {
        // Container runtimes take small letters, too.
        if (CAPABILITIES.has(name.toUpperCase())) return;
        // This one the server knows with its prefix, and refuses.
        if (name === 'CAP_SYS_ADMIN' && allowPrivilegeEscalation === false) return;
        const meant = didYouMean(name.toUpperCase().replace(/^CAP_/, ''), [...CAPABILITIES]);
        if (meant === undefined) return;
        const here = at.field('capabilities').field(list).item(index);
        report(here, `"${name}" is no capability of Linux`, `write "${meant}"`);
      });
    }
  },
};

/** Those of include/uapi/linux/capability.h. */
const CAPABILITIES: ReadonlySet<string> = new Set([
  ...['ALL', 'AUDIT_CONTROL', 'AUDIT_READ', 'AUDIT_WRITE', 'BLOCK_SUSPEND', 'BPF', 'CHECKPOINT_RESTORE', 'CHOWN'],
  ...['DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'IPC_LOCK', 'IPC_OWNER', 'KILL', 'LEASE'],
  ...['LINUX_IMMUTABLE', 'MAC_ADMIN', 'MAC_OVERRIDE', 'MKNOD', 'NET_ADMIN', 'NET_BIND_SERVICE', 'NET_BROADCAST'],
  ...['NET_RAW', 'PERFMON', 'SETFCAP', 'SETGID', 'SETPCAP', 'SETUID', 'SYSLOG', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_CHROOT'],
  ...['SYS_MODULE', 'SYS_NICE', 'SYS_PACCT', 'SYS_PTRACE', 'SYS_RAWIO', 'SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG'],
  'WAKE_ALARM',
]);

export const unsafeSysctl: Rule<'PodSpec'> = {
  code: 'unsafe-sysctl',
  severity: 'warning',
  on: 'PodSpec',
  needs: ['PodSecurityContext.sysctls'],
  summary:
    'A sysctl is one of those that every node lets pods set, unless the pod chooses its nodes, or it fails with SysctlForbidden.',
  mirrors: 'pkg/kubelet/sysctl/safe_sysctls.go: SafeSysctlAllowlist',
  check({ securityContext, hostNetwork, hostIPC, nodeSelector, affinity, tolerations }, at, report) {
    // Those that would change the node are another rule's.
    if (securityContext?.sysctls === undefined || hostNetwork === true || hostIPC === true) return;
    // Who chooses the nodes has most likely prepared them.
    if ((nodeSelector ?? affinity?.nodeAffinity ?? tolerations) !== undefined) return;
    securityContext.sysctls.forEach(({ name }, index) => {
      if (!/^[a-z][-_a-z\d./]*$/.test(name) || SAFE_SYSCTLS.has(name.replaceAll('/', '.'))) return;
      const fix = 'take it away, or choose nodes whose kubelet has it in --allowed-unsafe-sysctls';
      const here = at.field('securityContext').field('sysctls').item(index).field('name');
      report(here, `"${name}" is forbidden on a node, unless its kubelet is told to allow it`, fix);
    });
  },
};

const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  'kernel.shm_rmid_forced',
  ...['ip_local_port_range', 'tcp_syncookies', 'ping_group_range', 'ip_unprivileged_port_start'].map(ofIpv4),
  ...['ip_local_reserved_ports', 'tcp_keepalive_time', 'tcp_fin_timeout', 'tcp_keepalive_intvl'].map(ofIpv4),
  ...['tcp_keepalive_probes', 'tcp_rmem', 'tcp_wmem'].map(ofIpv4),
]);

function ofIpv4(name: string): string {
  return `net.ipv4.${name}`;
}
