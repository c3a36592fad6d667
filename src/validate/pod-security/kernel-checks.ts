import { show } from '../show';
import { type Check, type FindViolations, hasUserNamespace } from './check';

const privileged: Check = {
  name: 'privileged',
  level: 'baseline',
  since: {
    0: ({ containers }, report) => {
      for (const { value, at } of containers) {
        if (!value.securityContext?.privileged) continue;
        report(at.field('securityContext').field('privileged'), 'is true', 'leave it out');
      }
    },
  },
};

const CAPABILITIES: ReadonlySet<string> = new Set([
  ...['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD', 'NET_BIND_SERVICE', 'SETFCAP'],
  ...['SETGID', 'SETPCAP', 'SETUID', 'SYS_CHROOT'],
]);

const capabilitiesBaseline: Check = {
  name: 'capabilities_baseline',
  level: 'baseline',
  since: { 0: addedBeyond(CAPABILITIES) },
};

/** Reports each capability that is added and not one of these. */
export function addedBeyond(allowed: ReadonlySet<string>): FindViolations {
  return ({ containers }, report) => {
    for (const { value, at } of containers) {
      value.securityContext?.capabilities?.add?.forEach((capability, index) => {
        if (allowed.has(capability)) return;
        const place = at.field('securityContext').field('capabilities').field('add').item(index);
        report(place, `adds ${show(capability)}`, 'take it out');
      });
    }
  };
}

const unmaskedProc: FindViolations = ({ containers }, report) => {
  for (const { value, at } of containers) {
    const { procMount = 'Default' } = value.securityContext ?? {};
    if (procMount === 'Default') continue;
    report(at.field('securityContext').field('procMount'), `is ${show(procMount)}`, 'leave it out');
  }
};

const procMount: Check = {
  name: 'procMount',
  level: 'baseline',
  since: {
    0: unmaskedProc,
    35: (pod, report) => {
      if (!hasUserNamespace(pod)) unmaskedProc(pod, report);
    },
  },
};

const procMountRestricted: Check = {
  name: 'procMount_restricted',
  level: 'restricted',
  overrides: 'procMount',
  since: { 35: unmaskedProc },
};

const SYSCTLS = [
  ...['kernel.shm_rmid_forced', 'net.ipv4.ip_local_port_range', 'net.ipv4.tcp_syncookies'],
  ...['net.ipv4.ping_group_range', 'net.ipv4.ip_unprivileged_port_start'],
];
const SYSCTLS_27 = [...SYSCTLS, 'net.ipv4.ip_local_reserved_ports'];
const SYSCTLS_29 = [
  ...SYSCTLS_27,
  ...['net.ipv4.tcp_keepalive_time', 'net.ipv4.tcp_fin_timeout'],
  ...['net.ipv4.tcp_keepalive_intvl', 'net.ipv4.tcp_keepalive_probes'],
];
const SYSCTLS_32 = [...SYSCTLS_29, 'net.ipv4.tcp_rmem', 'net.ipv4.tcp_wmem'];

const sysctls: Check = {
  name: 'sysctls',
  level: 'baseline',
  since: {
    0: sysctlsBeyond(SYSCTLS),
    27: sysctlsBeyond(SYSCTLS_27),
    29: sysctlsBeyond(SYSCTLS_29),
    32: sysctlsBeyond(SYSCTLS_32),
  },
};

function sysctlsBeyond(allowed: readonly string[]): FindViolations {
  return ({ spec, specAt }, report) => {
    spec.securityContext?.sysctls?.forEach(({ name }, index) => {
      if (allowed.includes(name)) return;
      const place = specAt.field('securityContext').field('sysctls').item(index).field('name');
      report(place, `sets ${show(name)}`, 'take the sysctl out');
    });
  };
}

/** What a pod may ask of the kernel. */
export const KERNEL_CHECKS: readonly Check[] = [
  privileged,
  capabilitiesBaseline,
  procMount,
  procMountRestricted,
  sysctls,
];
