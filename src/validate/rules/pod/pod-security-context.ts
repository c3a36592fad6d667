import type { PodSpec } from '../../../../imports/kubernetes/types';
import type { Rule } from '../../rule';
import { eachContainer } from './each-container';

export const hostUsers: Rule<'PodSpec'> = {
  code: 'host-users',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.hostUsers'],
  summary:
    'A pod with users of its own shares no namespace with the node and has no block devices, because its users own none of it.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateHostUsers',
  check(spec, at, report) {
    if (spec.hostUsers !== false) return;
    for (const field of ['hostNetwork', 'hostPID', 'hostIPC'] as const) {
      if (spec[field] === true) report(at.field(field), 'is true, though hostUsers is false', 'take one of them away');
    }
    eachContainer(spec, ({ volumeDevices = [] }, list, index) => {
      if (volumeDevices.length === 0) return;
      const here = at.field(list).item(index).field('volumeDevices');
      report(here, 'are there, though hostUsers is false', 'mount the volumes, or take hostUsers away');
    });
  },
};

export const sharedProcesses: Rule<'PodSpec'> = {
  code: 'shared-processes',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.shareProcessNamespace'],
  summary: 'The containers of a pod see the processes of the node or those of each other, not both.',
  mirrors: 'pkg/apis/core/validation/validation.go: validatePodSpecSecurityContext',
  check({ shareProcessNamespace, hostPID }, at, report) {
    if (shareProcessNamespace !== true || hostPID !== true) return;
    report(at.field('shareProcessNamespace'), 'is true beside hostPID', 'keep one of them');
  },
};

const MAX_SYSCTL = 253;
const SYSCTL = /^([a-z\d]([-_a-z\d]*[a-z\d])?[./])*[a-z\d]([-_a-z\d]*[a-z\d])?$/;

export const sysctls: Rule<'PodSpec'> = {
  code: 'sysctl',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSecurityContext.sysctls'],
  summary: 'A sysctl has the name of one, and belongs to a namespace that the pod has for itself.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateSysctls',
  check(spec, at, report) {
    const list = spec.securityContext?.sysctls;
    if (list === undefined) return;
    for (const [index, { name }] of list.entries()) {
      const here = at.field('securityContext').field('sysctls').item(index).field('name');
      const problem = sysctlProblem(name);
      if (problem !== undefined) report(here, `"${name}" ${problem}`, 'write it as in /proc/sys: "net.core.somaxconn"');
      const field = hostField(name, spec);
      if (field !== undefined)
        report(here, `"${name}" would change the node, because of ${field}`, `take it or ${field} away`);
    }
  },
};

function sysctlProblem(name: string): string | undefined {
  if (name === '') return 'is empty';
  if (name.length > MAX_SYSCTL) return `has ${name.length} characters; ${MAX_SYSCTL} fit`;
  return SYSCTL.test(name) ? undefined : 'is not the name of a sysctl';
}

const OF_IPC = /^(kernel\.(sem|shmall|shmmax|shmmni|shm_rmid_forced|shm|msgmax|msgmnb|msgmni|msg)$|fs\.mqueue\.)/;

function hostField(sysctl: string, { hostNetwork, hostIPC }: PodSpec): string | undefined {
  const name = withDots(sysctl);
  if (hostNetwork === true && name.startsWith('net.')) return 'hostNetwork';
  return hostIPC === true && OF_IPC.test(name) ? 'hostIPC' : undefined;
}

/** Names may be written with "/", too; then a "." is part of a name. What separates is what comes first. */
function withDots(sysctl: string): string {
  const [separator] = /[./]/.exec(sysctl) ?? [];
  return separator === '/' ? sysctl.replace(/[./]/g, (letter) => (letter === '/' ? '.' : '/')) : sysctl;
}
