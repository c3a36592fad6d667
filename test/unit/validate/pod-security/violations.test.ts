import type { PodSpec } from '../../../../imports/kubernetes/types';
import { enforcedPolicy } from '../../../../src/validate/pod-security/policy';
import { podSecurityViolations } from '../../../../src/validate/pod-security/violations';

const LATEST = Infinity;

/** What the restricted level takes. */
const SECURE: PodSpec = {
  securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
  containers: [{ name: 'web', securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } } }],
};

function found(level: 'baseline' | 'restricted', minor: number, spec: PodSpec, annotations = {}): readonly string[] {
  const violations = podSecurityViolations({ level, minor }, { metadata: { annotations }, spec });
  return violations.map(({ check, at }) => `${check} ${at.text()}`);
}

const web = (fields: Partial<PodSpec['containers'][number]>): PodSpec => ({ containers: [{ name: 'web', ...fields }] });
const security = (context: NonNullable<PodSpec['containers'][number]['securityContext']>): PodSpec =>
  web({ securityContext: context });
const podSecurity = (context: NonNullable<PodSpec['securityContext']>): PodSpec => ({
  ...web({}),
  securityContext: context,
});

test.each([0, 18, 24, 34, LATEST])('a secure pod violates nothing in version %d', (minor) => {
  expect(found('restricted', minor, SECURE)).toEqual([]);
});

test('the privileged level allows all', () => {
  const spec = { ...web({}), hostNetwork: true };
  expect(podSecurityViolations({ level: 'privileged', minor: LATEST }, { spec })).toEqual([]);
});

test('a template without a spec violates nothing', () => {
  expect(podSecurityViolations({ level: 'restricted', minor: LATEST }, {})).toEqual([]);
});

test.each<[place: string, spec: PodSpec]>([
  ['hostNamespaces spec.hostPID', { ...web({}), hostPID: true }],
  ['hostPathVolumes spec.volumes[0].hostPath', { ...web({}), volumes: [{ name: 'a', hostPath: { path: '/' } }] }],
  ['hostPorts spec.containers[0].ports[0].hostPort', web({ ports: [{ containerPort: 1, hostPort: 1 }] })],
  [
    'hostProbesAndHostLifecycle spec.containers[0].livenessProbe.httpGet.host',
    web({ livenessProbe: { httpGet: { port: 1, host: 'a' } } }),
  ],
  [
    'hostProbesAndHostLifecycle spec.containers[0].lifecycle.preStop.tcpSocket.host',
    web({ lifecycle: { preStop: { tcpSocket: { port: 1, host: 'a' } } } }),
  ],
  [
    'windowsHostProcess spec.securityContext.windowsOptions.hostProcess',
    podSecurity({ windowsOptions: { hostProcess: true } }),
  ],
  ['privileged spec.containers[0].securityContext.privileged', security({ privileged: true })],
  [
    'capabilities_baseline spec.containers[0].securityContext.capabilities.add[1]',
    security({ capabilities: { add: ['CHOWN', 'NET_RAW'] } }),
  ],
  ['procMount spec.containers[0].securityContext.procMount', security({ procMount: 'Unmasked' })],
  ['sysctls spec.securityContext.sysctls[0].name', podSecurity({ sysctls: [{ name: 'vm.max', value: '1' }] })],
  [
    'appArmorProfile spec.securityContext.appArmorProfile.type',
    podSecurity({ appArmorProfile: { type: 'Unconfined' } }),
  ],
  [
    'seccompProfile_baseline spec.containers[0].securityContext.seccompProfile.type',
    security({ seccompProfile: { type: 'Unconfined' } }),
  ],
  [
    'seLinuxOptions spec.containers[0].securityContext.seLinuxOptions.user',
    security({ seLinuxOptions: { user: 'root' } }),
  ],
])('the baseline refuses %s', (place, spec) => {
  expect(found('baseline', LATEST, spec)).toEqual([place]);
});

test.each<[place: string, spec: PodSpec]>([
  [
    'allowPrivilegeEscalation spec.containers[0].securityContext.allowPrivilegeEscalation',
    { ...SECURE, ...security({ capabilities: { drop: ['ALL'] } }) },
  ],
  [
    'capabilities_restricted spec.containers[0].securityContext.capabilities.drop',
    { ...SECURE, ...security({ allowPrivilegeEscalation: false, capabilities: { drop: ['KILL'] } }) },
  ],
  [
    'runAsNonRoot spec.securityContext.runAsNonRoot',
    { ...SECURE, securityContext: { seccompProfile: { type: 'Localhost' } } },
  ],
  [
    'seccompProfile_restricted spec.securityContext.seccompProfile',
    { ...SECURE, securityContext: { runAsNonRoot: true } },
  ],
  [
    'runAsUser spec.securityContext.runAsUser',
    { ...SECURE, securityContext: { ...SECURE.securityContext, runAsUser: 0 } },
  ],
  ['restrictedVolumes spec.volumes[0].nfs', { ...SECURE, volumes: [{ name: 'a', nfs: { path: '/', server: 'b' } }] }],
  ['restrictedVolumes spec.volumes[0].hostPath', { ...SECURE, volumes: [{ name: 'a', hostPath: { path: '/' } }] }],
])('the restricted level refuses %s', (place, spec) => {
  expect(found('restricted', LATEST, spec)).toEqual([place]);
  expect(found('restricted', 99, spec)).toEqual([place]);
});

test.each<[list: string, spec: PodSpec]>([
  ['initContainers', { ...SECURE, initContainers: [{ name: 'a', securityContext: { privileged: true } }] }],
  ['ephemeralContainers', { ...SECURE, ephemeralContainers: [{ name: 'a', securityContext: { privileged: true } }] }],
])('%s are checked, too', (list, spec) => {
  expect(found('baseline', LATEST, spec)).toEqual([`privileged spec.${list}[0].securityContext.privileged`]);
});

test('a container may say for itself what the pod does not', () => {
  const context = { runAsNonRoot: true, seccompProfile: { type: 'Localhost' } } as const;
  const spec = security({ allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, ...context });
  expect(found('restricted', LATEST, spec)).toEqual([]);
});

test('a volume of no sort is an emptyDir', () => {
  expect(found('restricted', LATEST, { ...SECURE, volumes: [{ name: 'a' }] })).toEqual([]);
});

const windows = { ...web({}), os: { name: 'windows' }, securityContext: { runAsNonRoot: true } } as const;
const userNamespace = { ...SECURE, hostUsers: false } as const;

test.each<[from: number, check: string, spec: PodSpec]>([
  [8, 'allowPrivilegeEscalation', { ...SECURE, ...security({ capabilities: { drop: ['ALL'] } }) }],
  [19, 'seccompProfile_restricted', { ...SECURE, securityContext: { runAsNonRoot: true } }],
  [22, 'capabilities_restricted', { ...SECURE, ...security({ allowPrivilegeEscalation: false }) }],
  [23, 'runAsUser', { ...SECURE, securityContext: { ...SECURE.securityContext, runAsUser: 0 } }],
  [
    34,
    'hostProbesAndHostLifecycle',
    { ...SECURE, ...web({ ...SECURE.containers[0], startupProbe: { tcpSocket: { port: 1, host: 'a' } } }) },
  ],
])('from 1.%d on there is the check %s', (from, check, spec) => {
  const checks = (minor: number) => found('restricted', minor, spec).map((place) => place.split(' ')[0]);
  expect(checks(from - 1)).toEqual([]);
  expect(checks(from)).toEqual([check]);
});

test.each<[from: number, what: string, spec: PodSpec]>([
  [25, 'pods of Windows', windows],
  [
    27,
    'a sysctl',
    { ...SECURE, securityContext: { ...SECURE.securityContext, sysctls: [sysctl('ip_local_reserved_ports')] } },
  ],
  [29, 'a sysctl', { ...SECURE, securityContext: { ...SECURE.securityContext, sysctls: [sysctl('tcp_fin_timeout')] } }],
  [32, 'a sysctl', { ...SECURE, securityContext: { ...SECURE.securityContext, sysctls: [sysctl('tcp_rmem')] } }],
  [
    31,
    'a type of SELinux',
    { ...SECURE, securityContext: { ...SECURE.securityContext, seLinuxOptions: { type: 'container_engine_t' } } },
  ],
  [35, 'root in a user namespace', { ...userNamespace, securityContext: { ...SECURE.securityContext, runAsUser: 0 } }],
])('from 1.%d on %s: allowed', (from, _, spec) => {
  expect(found('restricted', from - 1, spec)).not.toEqual([]);
  expect(found('restricted', from, spec)).toEqual([]);
});

test('from 1.35 on, the baseline allows an unmasked /proc in a user namespace, and the restricted level does not', () => {
  const spec: PodSpec = { ...security({ procMount: 'Unmasked' }), hostUsers: false };
  expect(found('baseline', 34, spec)).toEqual(['procMount spec.containers[0].securityContext.procMount']);
  expect(found('baseline', 35, spec)).toEqual([]);
  expect(found('restricted', 35, spec)).toContain('procMount_restricted spec.containers[0].securityContext.procMount');
});

test.each([
  ['seccomp.security.alpha.kubernetes.io/pod', 'unconfined', 18],
  ['container.seccomp.security.alpha.kubernetes.io/web', 'unconfined', 18],
  ['container.apparmor.security.beta.kubernetes.io/any', 'unconfined', LATEST],
])('the annotation %s may not be "%s" in 1.%d', (key, value, minor) => {
  expect(found('baseline', minor, SECURE, { [key]: value })).toHaveLength(1);
  expect(found('baseline', minor, SECURE, { [key]: 'runtime/default' })).toEqual([]);
  expect(found('baseline', minor, SECURE, { [key]: 'localhost/a' })).toEqual([]);
});

test('from 1.19 on, annotations for seccomp count no more', () => {
  expect(found('baseline', 19, SECURE, { 'seccomp.security.alpha.kubernetes.io/pod': 'unconfined' })).toEqual([]);
});

test.each([
  [{}, { level: 'privileged', minor: Infinity }],
  [{ enforce: 'baseline' }, { level: 'baseline', minor: Infinity }],
  [
    { enforce: 'restricted', 'enforce-version': 'latest' },
    { level: 'restricted', minor: Infinity },
  ],
  [
    { enforce: 'restricted', 'enforce-version': 'v1.24' },
    { level: 'restricted', minor: 24 },
  ],
  [{ enforce: 'strict' }, undefined],
  [{ enforce: 'baseline', 'enforce-version': '1.24' }, undefined],
  [{ enforce: 'baseline', 'enforce-version': 'v1.024' }, undefined],
])('labels %j enforce %j', (labels, policy) => {
  const entries = Object.entries(labels).map(([key, value]) => [`pod-security.kubernetes.io/${key}`, value] as const);
  expect(enforcedPolicy(Object.fromEntries(entries))).toEqual(policy);
});

function sysctl(name: string): { readonly name: string; readonly value: string } {
  return { name: `net.ipv4.${name}`, value: '1' };
}
