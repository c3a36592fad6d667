import type { Namespace, Pod, PodSpec } from '../../imports/kubernetes/types';
import { enforcedPolicy } from '../../src/validate/pod-security/policy';
import { podSecurityViolations } from '../../src/validate/pod-security/violations';
import { validate } from '../../src/validate/validate';
import { connect, forEach } from './api-client';
import { kubectl } from './cluster';
import { type Random, randomOf } from './differential/random';

// Another seed makes other pods: POD_SECURITY_SEED=42 POD_SECURITY_COUNT=20000 npm run test:cluster -- pod-security
const SEED = Number(process.env['POD_SECURITY_SEED'] ?? 1);
const COUNT = Number(process.env['POD_SECURITY_COUNT'] ?? 2000);

const LEVELS = ['baseline', 'restricted'];
const VERSIONS = ['latest', 'v1.99', 'v1.34', 'v1.30', 'v1.24', 'v1.20', 'v1.18', 'v1.7'];

const namespaces = LEVELS.flatMap((level) => VERSIONS.map((version) => namespace(level, version)));
const server = connect();

beforeAll(async () => {
  // Pods need the ServiceAccount, which the controller would make a moment later.
  const accounts = namespaces.map(({ metadata }) => ({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'default', namespace: metadata?.name },
  }));
  const list = { apiVersion: 'v1', kind: 'List', items: [...namespaces, ...accounts] };
  await kubectl(['apply', '--server-side', '--force-conflicts', '-f', '-'], JSON.stringify(list));
});

afterAll(() =>
  kubectl(['delete', 'namespace', '--wait=false', ...namespaces.map(({ metadata }) => metadata?.name ?? '')]),
);

test(`of ${COUNT} pods (seed ${SEED}) those violate pod security that the API server's admission refuses`, async () => {
  const random = randomOf(SEED);
  const pods = Array.from({ length: COUNT }, () => ({ pod: podOf(random), home: random.pick(namespaces) }));
  const compared = await forEach(pods, async ({ pod: template, home }) => {
    const pod = { ...template, metadata: { ...template.metadata, namespace: home.metadata?.name ?? '' } };
    const path = `/api/v1/namespaces/${pod.metadata.namespace}/pods?dryRun=All&fieldValidation=Strict`;
    const { status, body } = await server.post(path, pod);
    const issues = validate([home, pod]).filter(({ code }) => code === 'pod-security');
    return { pod, status, issues: issues.length, theirs: reasonsIn(body, pod), ours: reasonsOf(home, pod) };
  });
  const judged = compared.filter(({ status }) => status === 201 || status === 403);
  expect(judged.length).toBeGreaterThan(0.9 * COUNT);
  const refused = judged.filter(({ status }) => status === 403);
  expect(refused.length).toBeGreaterThan(0.2 * COUNT);
  expect(refused.length).toBeLessThan(0.8 * COUNT);
  expect(judged.filter(({ status, issues }) => (status === 403) !== issues > 0).slice(0, 5)).toEqual([]);
  expect(judged.filter(({ theirs, ours }) => theirs.join() !== ours.join()).slice(0, 5)).toEqual([]);
});

function namespace(
  level: string,
  version: string,
): Namespace & { readonly apiVersion: 'v1'; readonly kind: 'Namespace' } {
  const labels = {
    'pod-security.kubernetes.io/enforce': level,
    'pod-security.kubernetes.io/enforce-version': version,
  };
  const name = `pod-security-${level}-${version.replace('.', '-')}`;
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** By our check, how the server's answer begins to tell of it. */
const REASONS: Readonly<Record<string, string>> = {
  allowPrivilegeEscalation: 'allowPrivilegeEscalation != false (',
  appArmorProfile: 'forbidden AppArmor profile',
  capabilities_baseline: 'non-default capabilities (',
  capabilities_restricted: 'unrestricted capabilities (',
  hostNamespaces: 'host namespaces (',
  hostPathVolumes: 'hostPath volumes (',
  hostPorts: 'hostPort (',
  hostProbesAndHostLifecycle: 'probe or lifecycle host (',
  privileged: 'privileged (',
  procMount: 'procMount (',
  procMount_restricted: 'procMount (',
  restrictedVolumes: 'restricted volume types (',
  runAsNonRoot: 'runAsNonRoot != true (',
  runAsUser: 'runAsUser=0 (',
  seLinuxOptions: 'seLinuxOptions (',
  seccompProfile_baseline: 'seccompProfile (',
  seccompProfile_restricted: 'seccompProfile (',
  sysctls: 'forbidden sysctls (',
  windowsHostProcess: 'hostProcess (',
};

function reasonsIn(answer: unknown, pod: Pod): readonly string[] {
  const text = JSON.stringify(answer);
  const reasons = [...new Set(Object.values(REASONS))].filter((reason) => text.includes(reason)).sort();
  // In the network of the host, the server makes a host port of each port, and names those, too.
  return pod.spec?.hostNetwork ? reasons.filter((reason) => reason !== REASONS['hostPorts']) : reasons;
}

function reasonsOf({ metadata }: Namespace, pod: Pod): readonly string[] {
  const policy = enforcedPolicy(metadata?.labels);
  if (policy === undefined) throw new Error(`namespace "${metadata?.name}" has wrong labels`);
  const checks = podSecurityViolations(policy, pod).map(({ check }) => check);
  const named = pod.spec?.hostNetwork ? checks.filter((check) => check !== 'hostPorts') : checks;
  return [...new Set(named.map((check) => REASONS[check] ?? check))].sort();
}

/** A pod that the restricted level takes, with some of its fields changed. */
function podOf(random: Random): Pod {
  const changes = Array.from({ length: random.below(4) }, () => random.pick(CHANGES));
  return changes.reduce<Pod>((pod, change) => change(pod, random), SECURE);
}

const CONTAINER = {
  name: 'web',
  image: 'nginx:1.29',
  securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
};

const SECURE: Pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web' },
  spec: {
    securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
    initContainers: [{ ...CONTAINER, name: 'setup' }],
    containers: [CONTAINER],
  },
};

type Change = (pod: Pod, random: Random) => Pod;
type Container = PodSpec['containers'][number];

/** Each changes one field to one of some values; undefined takes it away. */
const CHANGES: readonly Change[] = [
  ...spec('hostNetwork', [true, false]),
  ...spec('hostPID', [true, false]),
  ...spec('hostIPC', [true, false]),
  ...spec('hostUsers', [false, false, true]),
  ...spec(
    'volumes',
    [
      ...[
        { hostPath: { path: '/' } },
        { nfs: { path: '/', server: 'a' } },
        { emptyDir: {} },
        {},
        { secret: { secretName: 'a' } },
      ],
      ...[
        { csi: { driver: 'a' } },
        { image: { reference: 'a:1' } },
        { gitRepo: { repository: 'a' } },
        { downwardAPI: {} },
      ],
      ...[
        { persistentVolumeClaim: { claimName: 'a' } },
        { fc: { targetWWNs: ['a'], lun: 1 } },
        { projected: { sources: [] } },
      ],
    ].map((source) => [{ name: 'a', ...source }]),
  ),
  ...podContext(
    'sysctls',
    [
      ...[
        'kernel.shm_rmid_forced',
        'net.ipv4.ip_local_reserved_ports',
        'net.ipv4.tcp_fin_timeout',
        'net.ipv4.tcp_wmem',
      ],
      ...['kernel.msgmax', 'net.core.somaxconn'],
    ].map((name) => [{ name, value: '1' }]),
  ),
  ...[podContext, containerContext].flatMap((context) => [
    ...context('runAsNonRoot', [true, false, undefined]),
    ...context('runAsUser', [0, 1000, undefined]),
    ...context('seccompProfile', [...profiles(), undefined]),
    ...context('appArmorProfile', [...profiles(), undefined]),
    ...context('seLinuxOptions', [
      ...['', 'container_t', 'container_kvm_t', 'container_engine_t', 'spc_t'].map((type) => ({ type })),
      ...[{ user: 'a' }, { role: 'a' }, { level: 's0' }, { user: '', role: '' }],
    ]),
    ...context('windowsOptions', [{ hostProcess: false }, { runAsUserName: 'a' }]),
  ]),
  ...containerContext('privileged', [true, false]),
  ...containerContext('allowPrivilegeEscalation', [true, undefined]),
  ...containerContext('capabilities', [
    ...[undefined, {}, { drop: ['KILL'] }, { drop: ['KILL', 'ALL'] }, { drop: ['all'] }, { add: ['NET_BIND_SERVICE'] }],
    ...['NET_BIND_SERVICE', 'CHOWN', 'NET_RAW', 'SYS_ADMIN', 'ALL'].map((name) => ({ drop: ['ALL'], add: [name] })),
  ]),
  ...containerContext('procMount', ['Default', 'Unmasked']),
  ...container(
    'ports',
    [0, 8080].map((hostPort) => [{ containerPort: 8080, hostPort }]),
  ),
  ...container(
    'lifecycle',
    actions().flatMap((action) => [{ preStop: action }, { postStart: action }]),
  ),
  ...container('securityContext', [undefined, {}]),
  changed((pod) => ({ ...pod, hostUsers: false, containers: pod.containers.map(unmasked) })),
  changed((pod) => ({ ...pod, hostNetwork: true, ...hostProcess(pod) })),
  changed((pod) => ({ ...windows(pod), securityContext: { runAsNonRoot: true } })),
  changed((pod) => windows({ ...pod, volumes: [{ name: 'a', hostPath: { path: '/' } }] })),
  ...probed('livenessProbe'),
  ...probed('readinessProbe'),
  ...probed('startupProbe'),
  ...annotated('seccomp.security.alpha.kubernetes.io/pod', ['docker/default', 'a']),
  ...annotated('container.seccomp.security.alpha.kubernetes.io/web', ['runtime/default', 'localhost/a', 'unconfined']),
  ...annotated('container.seccomp.security.alpha.kubernetes.io/nobody', ['unconfined']),
  ...annotated('container.apparmor.security.beta.kubernetes.io/web', ['runtime/default', 'localhost/a', 'unconfined']),
];

function changed(change: (spec: PodSpec, random: Random) => PodSpec): Change {
  return (pod, random) => (pod.spec === undefined ? pod : { ...pod, spec: change(pod.spec, random) });
}

function spec(field: keyof PodSpec, values: readonly unknown[]): readonly Change[] {
  return [changed((before, random) => ({ ...before, [field]: random.pick(values) }))];
}

function podContext(field: string, values: readonly unknown[]): readonly Change[] {
  return [
    changed((before, random) => ({
      ...before,
      securityContext: { ...before.securityContext, [field]: random.pick(values) },
    })),
  ];
}

/** Changes the container, or the init container. */
function container(field: keyof Container, values: readonly unknown[]): readonly Change[] {
  return [inContainer((before, random) => ({ ...before, [field]: random.pick(values) }))];
}

function containerContext(field: string, values: readonly unknown[]): readonly Change[] {
  return [
    inContainer((before, random) => ({
      ...before,
      securityContext: { ...before.securityContext, [field]: random.pick(values) },
    })),
  ];
}

function inContainer(change: (container: Container, random: Random) => Container): Change {
  return changed((before, random) => {
    const list = random.chance(0.3) ? 'initContainers' : 'containers';
    return { ...before, [list]: before[list]?.map((each) => change(each, random)) };
  });
}

/** Of the container only: an init container may have none. */
function probed(field: 'livenessProbe' | 'readinessProbe' | 'startupProbe'): readonly Change[] {
  const probes = actions();
  return [
    changed((before, random) => ({
      ...before,
      containers: before.containers.map((each) => ({ ...each, [field]: random.pick(probes) })),
    })),
  ];
}

function annotated(key: string, values: readonly string[]): readonly Change[] {
  return [
    (pod, random) => ({
      ...pod,
      metadata: { ...pod.metadata, annotations: { ...pod.metadata?.annotations, [key]: random.pick(values) } },
    }),
  ];
}

function profiles(): readonly unknown[] {
  return [{ type: 'RuntimeDefault' }, { type: 'Localhost', localhostProfile: 'a' }, { type: 'Unconfined' }];
}

function actions(): readonly NonNullable<Container['livenessProbe']>[] {
  return ['', 'example.com'].flatMap((host) => [
    { httpGet: { port: 8080, path: '/', host } },
    { tcpSocket: { port: 8080, host } },
  ]);
}

function unmasked(each: Container): Container {
  return { ...each, securityContext: { ...each.securityContext, procMount: 'Unmasked' } };
}

/** All containers of such a pod are processes of the node. */
function hostProcess(pod: PodSpec): Partial<PodSpec> {
  return { securityContext: { ...pod.securityContext, windowsOptions: { hostProcess: true } } };
}

/** Without the fields that Windows does not have. */
function windows({ initContainers: _, ...pod }: PodSpec): PodSpec {
  const containers = pod.containers.map(({ securityContext: __, ...each }) => each);
  return { ...pod, os: { name: 'windows' }, containers, securityContext: { runAsNonRoot: true } };
}
