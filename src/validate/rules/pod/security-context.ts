import { eachContainer } from './each-container';
import { descendingPathProblem } from './relative-path';
import { checkField } from '../../check-field';
import type { FieldRule, Rule } from '../../rule';

const MAX_ID = 2 ** 31 - 1;

export const userId: FieldRule<
  | 'SecurityContext.runAsUser'
  | 'SecurityContext.runAsGroup'
  | 'PodSecurityContext.runAsUser'
  | 'PodSecurityContext.runAsGroup'
  | 'PodSecurityContext.fsGroup'
  | 'PodSecurityContext.supplementalGroups[]'
> = {
  code: 'user-id',
  severity: 'error',
  fields: [
    'SecurityContext.runAsUser',
    'SecurityContext.runAsGroup',
    'PodSecurityContext.runAsUser',
    'PodSecurityContext.runAsGroup',
    'PodSecurityContext.fsGroup',
    'PodSecurityContext.supplementalGroups[]',
  ],
  summary: 'The number of a user or group is from 0 to 2147483647, because container runtimes take no others.',
  mirrors: 'apimachinery/pkg/util/validation/validation.go: IsValidUserID, IsValidGroupID',
  problem: (id) => (id >= 0 && id <= MAX_ID ? undefined : `is not the number of a user or group: give 0 to ${MAX_ID}`),
};

export const privilegeEscalation: Rule<'SecurityContext'> = {
  code: 'privilege-escalation',
  severity: 'error',
  on: 'SecurityContext',
  needs: ['SecurityContext.privileged', 'Capabilities.add'],
  summary:
    'Who is privileged or has CAP_SYS_ADMIN has no allowPrivilegeEscalation: false, because it would change nothing.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateSecurityContext',
  check({ allowPrivilegeEscalation, privileged, capabilities }, at, report) {
    if (allowPrivilegeEscalation !== false) return;
    const here = at.field('allowPrivilegeEscalation');
    if (privileged === true) report(here, 'is false, but the container is privileged', 'take one of them away');
    // The server does not know that SYS_ADMIN is the same.
    if (capabilities?.add?.includes('CAP_SYS_ADMIN') !== true) return;
    report(here, 'is false, but the container has CAP_SYS_ADMIN', 'take one of them away');
  },
};

export const seccompProfile: Rule<'SeccompProfile'> = {
  code: 'seccomp-profile',
  severity: 'error',
  on: 'SeccompProfile',
  summary: 'A seccomp profile of the node has the type "Localhost" and a relative path, and no other has a path.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateSeccompProfileField',
  check(profile, at, report) {
    const { type, localhostProfile } = profile;
    const here = at.field('localhostProfile');
    if (type !== 'Localhost') {
      if (localhostProfile !== undefined) report(here, `is there, but the type is "${type}"`, 'write "Localhost"');
    } else if (localhostProfile === undefined) report(here, 'is missing', 'give the path of the profile on the node');
    else checkField(report, at, profile, 'localhostProfile', descendingPathProblem);
  },
};

const MAX_PROFILE = 4095;

export const appArmorProfile: Rule<'AppArmorProfile'> = {
  code: 'app-armor-profile',
  severity: 'error',
  on: 'AppArmorProfile',
  summary: 'An AppArmor profile of the node has the type "Localhost" and a name, and no other has a name.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateAppArmorProfileField',
  check({ type, localhostProfile }, at, report) {
    const here = at.field('localhostProfile');
    if (type !== 'Localhost') {
      if (localhostProfile !== undefined) report(here, `is there, but the type is "${type}"`, 'write "Localhost"');
    } else if (localhostProfile === undefined || localhostProfile === '') {
      report(here, 'is missing', 'give the name of a profile that the node has loaded');
    } else if (localhostProfile !== localhostProfile.trim()) {
      report(here, `"${localhostProfile}" has white space around it`, 'take it away');
    } else if (Buffer.byteLength(localhostProfile) > MAX_PROFILE) {
      report(here, `has more than ${MAX_PROFILE} bytes`, 'shorten it');
    }
  },
};

export const procMount: Rule<'PodSpec'> = {
  code: 'proc-mount',
  severity: 'error',
  on: 'PodSpec',
  needs: ['SecurityContext.procMount'],
  summary: 'The procMount "Unmasked" needs hostUsers: false, because it shows the kernel of the node to the container.',
  mirrors: 'pkg/apis/core/validation/validation.go: ValidateSecurityContext',
  check(spec, at, report) {
    if (spec.hostUsers === false) return;
    eachContainer(spec, ({ securityContext }, list, index) => {
      if (securityContext?.procMount !== 'Unmasked') return;
      const here = at.field(list).item(index).field('securityContext').field('procMount');
      report(here, '"Unmasked" needs a user namespace', 'write hostUsers: false in the spec of the pod');
    });
  },
};
