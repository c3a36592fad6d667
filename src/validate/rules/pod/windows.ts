import type { Path } from '../../path';
import type { FieldRule, Report, Rule } from '../../rule';
import { eachContainer } from './each-container';

const OF_PODS = ['hostUsers', 'hostPID', 'hostIPC', 'shareProcessNamespace'] as const;
const OF_POD_SECURITY = [
  'appArmorProfile',
  'fsGroup',
  'fsGroupChangePolicy',
  'runAsGroup',
  'runAsUser',
  'seLinuxChangePolicy',
  'seLinuxOptions',
  'seccompProfile',
  'supplementalGroups',
  'supplementalGroupsPolicy',
  'sysctls',
] as const;
const OF_CONTAINER_SECURITY = [
  'allowPrivilegeEscalation',
  'appArmorProfile',
  'capabilities',
  'privileged',
  'procMount',
  'readOnlyRootFilesystem',
  'runAsGroup',
  'runAsUser',
  'seLinuxOptions',
  'seccompProfile',
] as const;

export const osFields: Rule<'PodSpec'> = {
  code: 'os-fields',
  severity: 'error',
  on: 'PodSpec',
  needs: ['PodSpec.os'],
  summary: 'A pod that says for which system it is has no settings of the other, because they would do nothing.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateLinux, validateWindows',
  check(spec, at, report) {
    if (spec.os === undefined) return;
    const isWindows = spec.os.name === 'windows';
    const refuse = (owner: object | undefined, fields: readonly string[], here: () => Path): void => {
      for (const field of fields) {
        const value = (owner as Readonly<Record<string, unknown>> | undefined)?.[field];
        if (!isSet(field, value)) continue;
        report(here().field(field), `is there, but the pod is for ${isWindows ? 'Windows' : 'Linux'}`, 'take it away');
      }
    };
    if (isWindows) refuse(spec, OF_PODS, () => at);
    const ofPods = isWindows ? OF_POD_SECURITY : ['windowsOptions'];
    refuse(spec.securityContext, ofPods, () => at.field('securityContext'));
    const ofContainers = isWindows ? OF_CONTAINER_SECURITY : ['windowsOptions'];
    eachContainer(spec, ({ securityContext }, list, index) => {
      refuse(securityContext, ofContainers, () => at.field(list).item(index).field('securityContext'));
    });
  },
};

/** Some fields are there only when they are true, or not empty. */
function isSet(field: string, value: unknown): boolean {
  if (field === 'hostPID' || field === 'hostIPC') return value === true;
  return field === 'sysctls' ? Array.isArray(value) && value.length > 0 : value !== undefined;
}

export const hostProcess: Rule<'PodSpec'> = {
  code: 'host-process',
  severity: 'error',
  on: 'PodSpec',
  needs: ['WindowsSecurityContextOptions.hostProcess'],
  summary: 'Either all containers of a Windows pod are processes of the node or none, and then hostNetwork is true.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateWindowsHostProcessPod',
  check(spec, at, report) {
    const ofPod = spec.securityContext?.windowsOptions?.hostProcess;
    let some = false;
    let all = true;
    eachContainer(spec, ({ securityContext }, list, index) => {
      const own = securityContext?.windowsOptions?.hostProcess;
      if (own !== undefined && ofPod !== undefined && own !== ofPod)
        reportHostProcess(at.field(list).item(index), own, ofPod, report);
      if (own ?? ofPod ?? false) some = true;
      else all = false;
    });
    if (some && !all)
      report(
        at,
        'has containers that are a hostProcess and others that are none',
        'set it for all of them, in the securityContext of the pod',
      );
    if (some && spec.hostNetwork !== true)
      report(at.field('hostNetwork'), 'is not true, but there is a hostProcess', 'write true');
  },
};

function reportHostProcess(container: Path, own: boolean, ofPod: boolean, report: Report): void {
  const here = container.field('securityContext').field('windowsOptions').field('hostProcess');
  report(here, `${own} is not what the pod says, ${ofPod}`, 'take it away');
}

const MAX_SPEC = 64 * 1024;

export const gmsaCredentialSpec: FieldRule<'WindowsSecurityContextOptions.gmsaCredentialSpec'> = {
  code: 'gmsa-credential-spec',
  severity: 'error',
  fields: ['WindowsSecurityContextOptions.gmsaCredentialSpec'],
  summary: 'A GMSA credential spec has something in it, and at most 64 KiB.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateWindowsSecurityContextOptions',
  problem(spec) {
    if (spec === '') return 'is empty: leave it out, or give the spec';
    return Buffer.byteLength(spec) > MAX_SPEC ? 'has more than 64 KiB: shorten it' : undefined;
  },
};

const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/u;
const DNS = /^[a-zA-Z\d](?:[a-zA-Z\d-]{0,61}[a-zA-Z\d])?(?:\.[a-zA-Z\d](?:[a-zA-Z\d-]{0,61}[a-zA-Z\d])?)*$/;
const MAX_DOMAIN = 255;
const MAX_USER = 104;

export const windowsUser: FieldRule<'WindowsSecurityContextOptions.runAsUserName'> = {
  code: 'windows-user',
  severity: 'error',
  fields: ['WindowsSecurityContextOptions.runAsUserName'],
  summary: 'The user of a Windows container is a name of Windows, with a domain and "\\" before it or without.',
  mirrors: 'pkg/apis/core/validation/validation.go: validateWindowsSecurityContextOptions',
  problem(name) {
    if (name === '') return 'is empty: leave it out, or name a user';
    // eslint-disable-next-line no-control-regex -- that there is none is what we ask
    if (/[\x00-\x1F\x7F]/.test(name)) return 'has a control character: take it away';
    const parts = name.split('\\');
    if (parts.length > 2) return 'has more than one "\\": write "DOMAIN\\user"';
    const user = parts[parts.length - 1] ?? '';
    const domain = parts.length === 2 ? parts[0] : undefined;
    if (
      domain !== undefined &&
      (Buffer.byteLength(domain) > MAX_DOMAIN || !(NET_BIOS.test(domain) || DNS.test(domain)))
    ) {
      return 'has a domain that is none: write "DOMAIN\\user"';
    }
    if (user === '') return 'has no user: write "DOMAIN\\user"';
    if (Buffer.byteLength(user) > MAX_USER) return `has a user of more than ${MAX_USER} bytes: shorten it`;
    if (/^[. ]+$/.test(user)) return 'has a user of nothing but dots and spaces: name one';
    return /["/\\:;|=,+*?<>@[\]]/.test(user) ? 'has a character that no user can have: name one' : undefined;
  },
};
