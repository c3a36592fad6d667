import { show } from '../show';
import { type Check, type FindViolations, type PodUnderCheck, securityFields, unlessWindows } from './check';

/** The types of AppArmor and seccomp profiles that are allowed. */
const PROFILES: ReadonlySet<string> = new Set(['Localhost', 'RuntimeDefault']);
const USE_DEFAULT = 'write "RuntimeDefault" or "Localhost"';
const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

const appArmorProfile: Check = {
  name: 'appArmorProfile',
  level: 'baseline',
  since: {
    0: (pod, report) => {
      findProfiles('appArmorProfile', pod, report);
      for (const [key, profile] of Object.entries(pod.annotations)) {
        if (!key.startsWith(APP_ARMOR) || /^($|runtime\/default$|localhost\/)/.test(profile)) continue;
        report(pod.annotationsAt.field(key), `is ${show(profile)}`, 'write "runtime/default"');
      }
    },
  },
};

const SECCOMP_POD = 'seccomp.security.alpha.kubernetes.io/pod';
const SECCOMP_CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

const seccompBaseline: Check = {
  name: 'seccompProfile_baseline',
  level: 'baseline',
  since: {
    0: ({ annotations, annotationsAt, containers }, report) => {
      for (const key of [SECCOMP_POD, ...containers.map(({ value }) => SECCOMP_CONTAINER + value.name)]) {
        const profile = annotations[key];
        if (profile === undefined || /^((runtime|docker)\/default$|localhost\/)/.test(profile)) continue;
        report(annotationsAt.field(key), `is ${show(profile)}`, 'write "runtime/default"');
      }
    },
    19: (pod, report) => findProfiles('seccompProfile', pod, report),
  },
};

const seccompRestricted: Check = {
  name: 'seccompProfile_restricted',
  level: 'restricted',
  overrides: seccompBaseline.name,
  since: { 19: findSeccomp, 25: unlessWindows(findSeccomp) },
};

function findProfiles(field: 'appArmorProfile' | 'seccompProfile', ...[pod, report]: Parameters<FindViolations>): void {
  for (const { value, at } of securityFields(pod, field)) {
    if (!PROFILES.has(value.type)) report(at.field('type'), `is ${show(value.type)}`, USE_DEFAULT);
  }
}

function findSeccomp(...[pod, report]: Parameters<FindViolations>): void {
  findProfiles('seccompProfile', pod, report);
  const { securityContext } = pod.spec;
  if (securityContext?.seccompProfile !== undefined) return;
  if (pod.containers.every(({ value }) => value.securityContext?.seccompProfile !== undefined)) return;
  const at = pod.specAt.field('securityContext').field('seccompProfile');
  report(at, 'is missing', 'write { type: RuntimeDefault }');
}

const SELINUX_TYPES = ['', 'container_t', 'container_init_t', 'container_kvm_t'];

const seLinuxOptions: Check = {
  name: 'seLinuxOptions',
  level: 'baseline',
  since: {
    0: (pod, report) => findSeLinux(pod, report, SELINUX_TYPES),
    31: (pod, report) => findSeLinux(pod, report, [...SELINUX_TYPES, 'container_engine_t']),
  },
};

function findSeLinux(pod: PodUnderCheck, report: Parameters<FindViolations>[1], types: readonly string[]): void {
  for (const { value, at } of securityFields(pod, 'seLinuxOptions')) {
    const { type = '', user, role } = value;
    if (!types.includes(type)) report(at.field('type'), `is ${show(type)}`, `write "${types[1]}", or leave it out`);
    if (user) report(at.field('user'), `is ${show(user)}`, 'leave it out');
    if (role) report(at.field('role'), `is ${show(role)}`, 'leave it out');
  }
}

/** By which profiles a pod may be confined. */
export const PROFILE_CHECKS: readonly Check[] = [appArmorProfile, seccompBaseline, seccompRestricted, seLinuxOptions];
