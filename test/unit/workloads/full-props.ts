import { Cron, type Chart } from 'cdk8s';
import {
  BatchJob,
  NodeAgent,
  ScheduledJob,
  StatefulDatabase,
  WebService,
  type BatchJobProps,
  type NodeAgentProps,
  type ScheduledJobProps,
  type StatefulDatabaseProps,
  type WebServiceProps,
} from 'cdk8s-workloads';
import { unchecked } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const rule = { apiGroups: [''], resources: ['pods'], verbs: ['get'] };
const touched = {
  metadata: { labels: { touched: 'yes' }, annotations: { touched: 'yes' }, finalizers: ['example.com/f'] },
} as const;
const template = {
  metadata: { annotations: { touched: 'yes' } },
  spec: { containers: [{ name: 'main', image, env: [{ name: 'A', value: 'a' }] }], initContainers: [] },
} as const;
const sharedOverrides = {
  serviceAccount: touched,
  role: touched,
  roleBinding: touched,
  clusterRole: touched,
  clusterRoleBinding: touched,
  configMap: touched,
} as const;

const container = {
  image,
  imagePullPolicy: 'Always',
  command: ['run'],
  args: ['--fast'],
  workingDir: '/app',
  env: {
    A: 'a',
    B: { secretKeyRef: { name: 'orders', key: 'password', optional: true } },
    C: { configMapKeyRef: { name: 'region', key: 'zone' } },
    D: { fieldRef: { fieldPath: 'spec.nodeName' } },
    E: { resourceFieldRef: { resource: 'limits.memory', divisor: '1Mi' } },
  },
  envFrom: [{ secretRef: { name: 'orders' }, prefix: 'A_' }, { configMapRef: { name: 'features', optional: true } }],
  mounts: {
    '/a': { emptyDir: { sizeLimit: '1Gi' } },
    '/b': { configMap: { name: 'features', items: [{ key: 'a', path: 'a' }] }, readOnly: true },
    '/c': { secret: { secretName: 'tls' }, subPath: 'a' },
    '/d': { persistentVolumeClaim: { claimName: 'photos' } },
    '/e': { projected: { sources: [] } },
    '/f': { volume: 'shared' },
    '/g': { csi: { driver: 'csi.example.com' } },
  },
  tmp: true,
  resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi', 'nvidia.com/gpu': 1 } },
  user: 1000,
  group: 1000,
  privilege: { reason: 'binds to port 80', capabilities: ['NET_BIND_SERVICE'] },
  securityContext: { readOnlyRootFilesystem: true },
  terminationMessagePolicy: 'FallbackToLogsOnError',
  stdin: true,
  tty: true,
} as const;

const pod = {
  ...container,
  containerName: 'main',
  initContainers: { wait: { image, command: ['wait'] } },
  sidecars: { proxy: { image, ports: { proxy: { containerPort: 9999, protocol: 'TCP' } }, mounts: container.mounts } },
  containers: { twin: { image, env: container.env } },
  volumes: { shared: { emptyDir: {} }, more: { secret: { secretName: 'tls' } } },
  podSecurityContext: { supplementalGroups: [1] },
  imagePullSecrets: ['registry'],
  terminationGracePeriodSeconds: 60,
  hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }],
  dnsPolicy: 'ClusterFirst',
  dnsConfig: { nameservers: ['10.0.0.2'] },
  hostUsers: true,
  shareProcessNamespace: false,
  enableServiceLinks: false,
  nodeSelector: { 'kubernetes.io/arch': 'arm64' },
  affinity: {
    nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [] } },
    podAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'x' } } },
      ],
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 1, podAffinityTerm: { topologyKey: 'kubernetes.io/hostname' } },
      ],
    },
  },
  tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'web', effect: 'NoSchedule' }],
  priorityClassName: 'high',
  runtimeClassName: 'gvisor',
  schedulerName: 'default-scheduler',
  annotations: { a: 'b' },
  podLabels: { c: 'd' },
  podAnnotations: { e: 'f' },
  config: { mountPath: '/etc/app', files: { 'app.conf': 'x' }, defaultMode: 0o444, roll: true },
  serviceAccount: { annotations: { 'example.com/role': 'x' } },
  permissions: { namespace: [rule], cluster: [rule] },
  automountServiceAccountToken: true,
} as const;
const named = { ...pod, name: 'main', labels: { team: 'checkout' } } as const;
const constraints = [
  { maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'ScheduleAnyway' },
] as const;
const reachable = {
  probes: {
    startup: { tcpSocket: { port: 'metrics' }, failureThreshold: 30 },
    readiness: { httpGet: { path: '/', port: 9090, httpHeaders: [{ name: 'Host', value: 'a' }] } },
    liveness: { grpc: { port: 9090 }, periodSeconds: 3 },
  },
  lifecycle: { postStart: { exec: { command: ['warm'] } }, preStop: { sleep: { seconds: 3 } } },
  networkPolicy: { from: [{ podSelector: {} }], to: 'anywhere', ports: { metrics: 'namespace' } },
} as const;
const ports = { metrics: 9090, dns: { containerPort: 53, protocol: 'UDP', port: 5353 } } as const;
const service = { type: 'NodePort', nodePort: 30000, port: 80, name: 'front', annotations: { a: 'b' } } as const;

const database: StatefulDatabaseProps<number, 'metrics' | 'dns'> = {
  ...named,
  ...reachable,
  topologySpreadConstraints: constraints,
  port: 5432,
  ports,
  service,
  headlessServiceName: 'main-members',
  replicas: 3,
  minReadySeconds: 1,
  revisionHistoryLimit: 1,
  spread: true,
  storage: {
    mountPath: '/data',
    size: '20Gi',
    name: 'data',
    retention: { whenDeleted: 'Delete' },
    labels: { a: 'b' },
    accessModes: ['ReadWriteOnce'],
  },
  additionalStorage: { wal: { mountPath: '/wal', size: '1Gi' } },
  updateStrategy: { type: 'RollingUpdate', rollingUpdate: { partition: 1 } },
  podManagementPolicy: 'Parallel',
  ordinals: { start: 1 },
  podDisruptionBudget: { maxUnavailable: 1 },
  backup: {
    schedule: Cron.daily(),
    timeZone: 'Asia/Seoul',
    command: ['dump'],
    args: ['-v'],
    image,
    env: { A: 'b' },
    mounts: { '/more': { emptyDir: {} } },
    volume: { mountPath: '/backup', size: '1Gi', accessModes: ['ReadWriteOnce'] },
    serviceAccount: { annotations: { 'example.com/role': 'backup' } },
    user: 5,
    group: 5,
    backoffLimit: 1,
    activeDeadlineSeconds: 5,
    resources: container.resources,
  },
  overrides: {
    ...sharedOverrides,
    statefulSet: { ...touched, spec: { replicas: 2, template } },
    service: { ...touched, spec: { type: 'NodePort' } },
    headlessService: touched,
    podDisruptionBudget: touched,
    networkPolicy: touched,
    backupVolume: touched,
    backup: { cronJob: { ...touched, spec: { jobTemplate: { spec: { backoffLimit: 1 } } } }, serviceAccount: touched },
  },
};
const web: WebServiceProps<number, 'metrics' | 'dns'> = {
  ...named,
  ...reachable,
  topologySpreadConstraints: constraints,
  resources: { requests: { cpu: 1 } },
  containers: {},
  sidecars: {},
  port: 8080,
  replicas: undefined,
  drainSeconds: undefined,
  minReadySeconds: 1,
  revisionHistoryLimit: 1,
  ports,
  service,
  spread: 'required',
  scale: { minReplicas: 2, maxReplicas: 3, cpuUtilization: 70, metrics: [], behavior: {} },
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } },
  progressDeadlineSeconds: 60,
  paused: false,
  podDisruptionBudget: { minAvailable: '50%' },
  ingress: {
    className: 'nginx',
    host: ['shop.example.com'],
    paths: { '/api': { pathType: 'Prefix', port: 8080 } },
    tlsSecretName: 'tls',
    annotations: { a: 'b' },
  },
  overrides: {
    ...sharedOverrides,
    deployment: { ...touched, spec: { template } },
    service: touched,
    ingress: touched,
    horizontalPodAutoscaler: touched,
    podDisruptionBudget: touched,
    networkPolicy: touched,
  },
};
const { privilege: _privilege, ...unprivileged } = named;
const agent: NodeAgentProps<number, 'metrics' | 'dns'> = {
  ...unprivileged,
  ...reachable,
  ports,
  service,
  host: {
    reason: 'measures the node',
    network: false,
    pid: true,
    ipc: true,
    capabilities: ['SYS_TIME'],
    paths: { '/var/log': { mountPath: '/var/log', readOnly: true, type: 'Directory', mountPropagation: 'None' } },
    ports: { metrics: 9090 },
  },
  updateStrategy: { rollingUpdate: { maxSurge: 1 } },
  nodes: undefined,
  minReadySeconds: 1,
  revisionHistoryLimit: 1,
  overrides: { ...sharedOverrides, daemonSet: { ...touched, spec: { template } }, networkPolicy: touched },
};
const work = {
  ...pod,
  ...reachable,
  ports,
  topologySpreadConstraints: constraints,
  completion: {
    mode: 'Indexed',
    completions: 5,
    parallelism: 2,
    backoffLimitPerIndex: 1,
    maxFailedIndexes: 2,
    successPolicy: { rules: [{ succeededIndexes: '0,2-4', succeededCount: 1 }] },
  },
  restartPolicy: 'Never',
  podFailurePolicy: {
    rules: [
      { action: 'FailJob', onExitCodes: { containerName: 'main', operator: 'In', values: [42] } },
      { action: 'Ignore', onPodConditions: [{ type: 'DisruptionTarget', status: 'True' }] },
    ],
  },
  backoffLimit: 3,
  activeDeadlineSeconds: 60,
  podReplacementPolicy: 'Failed',
} as const;
const batch: BatchJobProps = {
  ...work,
  name: 'main',
  labels: { team: 'checkout' },
  rerunOnChange: true,
  ttlSecondsAfterFinished: 60,
  suspend: false,
  managedBy: 'example.com/kueue',
  overrides: { ...sharedOverrides, job: { ...touched, spec: { template } }, networkPolicy: touched },
};
const scheduled: ScheduledJobProps = {
  schedule: '@daily',
  timeZone: 'Asia/Seoul',
  job: work,
  name: 'main',
  labels: { team: 'checkout' },
  concurrencyPolicy: 'Forbid',
  startingDeadlineSeconds: 60,
  successfulJobsHistoryLimit: 1,
  failedJobsHistoryLimit: 1,
  suspend: false,
  overrides: {
    ...sharedOverrides,
    networkPolicy: touched,
    cronJob: { ...touched, spec: { jobTemplate: { spec: { template } } } },
  },
};

/** Each workload, with props of every sort. */
export const workloads: readonly [string, (chart: Chart, props: unknown) => unknown, object][] = [
  ['StatefulDatabase', (chart, props) => new StatefulDatabase(chart, 'main', unchecked(props)), database],
  ['WebService', (chart, props) => new WebService(chart, 'main', unchecked(props)), web],
  ['NodeAgent', (chart, props) => new NodeAgent(chart, 'main', unchecked(props)), agent],
  ['BatchJob', (chart, props) => new BatchJob(chart, 'main', unchecked(props)), batch],
  ['ScheduledJob', (chart, props) => new ScheduledJob(chart, 'main', unchecked(props)), scheduled],
];
