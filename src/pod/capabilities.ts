import { didYouMean } from '../values/did-you-mean';

/** What the kernel knows. Source: capabilities(7) of Linux, up to 5.9; no capability was added since. */
const CAPABILITIES = [
  'AUDIT_CONTROL',
  'AUDIT_READ',
  'AUDIT_WRITE',
  'BLOCK_SUSPEND',
  'BPF',
  'CHECKPOINT_RESTORE',
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'IPC_LOCK',
  'IPC_OWNER',
  'KILL',
  'LEASE',
  'LINUX_IMMUTABLE',
  'MAC_ADMIN',
  'MAC_OVERRIDE',
  'MKNOD',
  'NET_ADMIN',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_RAW',
  'PERFMON',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_ADMIN',
  'SYS_BOOT',
  'SYS_CHROOT',
  'SYS_MODULE',
  'SYS_NICE',
  'SYS_PACCT',
  'SYS_PTRACE',
  'SYS_RAWIO',
  'SYS_RESOURCE',
  'SYS_TIME',
  'SYS_TTY_CONFIG',
  'SYSLOG',
  'WAKE_ALARM',
] as const;

/** A Linux capability, without its `CAP_`. */
export type Capability = (typeof CAPABILITIES)[number];

/**
 * Capabilities beyond none, by name; or `'runtime-default'`, the set that the container runtime gives when nobody says anything, such as
 * `CHOWN`, `SETUID` and `NET_BIND_SERVICE`.
 */
export type Capabilities = readonly Capability[] | 'runtime-default';

/** The capabilities that are given by name. */
export function namedCapabilities(capabilities: Capabilities | undefined): readonly Capability[] {
  return capabilities === undefined || capabilities === 'runtime-default' ? [] : capabilities;
}

/**
 * What is wrong with one of the capabilities, or with the word in their place, as a phrase that continues `<prop> "<value>" `, or undefined.
 *
 * @example capabilityProblem('CAP_SYS_PTRACE') // 'is not a capability: write "SYS_PTRACE"'
 */
export function capabilityProblem(capability: string): string | undefined {
  const known: readonly string[] = CAPABILITIES;
  if (known.includes(capability)) return undefined;
  const close = capability.toUpperCase().replace(/[- ]/g, '_').replace(/^CAP_/, '');
  // Beside drop: ["ALL"] it would be none, because runtimes drop after they add.
  if (close === 'ALL') return 'is not a capability: name those that are needed, or use privileged: true';
  if (known.includes(close)) return `is not a capability: write "${close}"`;
  const guess = didYouMean(close, known);
  return `is not a capability: ${guess === undefined ? 'name one of Linux, such as "NET_ADMIN"' : `did you mean "${guess}"`}`;
}
