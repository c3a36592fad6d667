import type { Affinity } from '../manifest/kubernetes';
import {
  amount,
  anything,
  fields,
  flag,
  isLate,
  list,
  map,
  only,
  or,
  such,
  text,
  type Shape,
  type Table,
} from '../props/shape';
import type { ConfigFiles } from './config-files';
import type { ContainerProps, ExtraContainerProps, InitContainerProps } from './container';
import type { EnvFrom, EnvFromReference, EnvSources, KeyReference } from './environment';
import type { Mount, VolumeSources } from './mounts';
import type { PodProps } from './pod-template';
import type { PortProps } from './ports';
import type { Exec, HttpGet, Lifecycle, LifecycleHandler, ProbeHandler, Probes, TcpSocket } from './probes';
import type { Resources } from './resources';
import type { ContainerSecurity, PodSecurity, Privilege } from './security';

/** The name of another object, or the object. */
export function reference(kind: string): Shape {
  const isNamed = (value: unknown): boolean => typeof (value as { readonly name?: unknown } | null)?.name === 'string';
  return { what: `the name of a ${kind}`, fits: (value) => typeof value === 'string' || isNamed(value) };
}

const object = fields({});
const mountPath = such(text, '"/data"');
const isText = (value: unknown): boolean => typeof value === 'string';
/** What is no object, a rule of its own knows better. */
const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const command = or(list(text, '["sh", "-c", "..."]'), isText);
const key = (kind: string): Shape =>
  only<KeyReference>({ name: reference(kind), key: text, optional: flag }, '{ name: "orders", key: "password" }', [
    'name',
    'key',
  ]);

const envValue: Shape = {
  ...or(
    only<EnvSources>(
      {
        secretKeyRef: key('Secret'),
        configMapKeyRef: key('ConfigMap'),
        fieldRef: only<EnvSources['fieldRef']>(
          { fieldPath: text, apiVersion: text },
          '{ fieldPath: "metadata.name" }',
          ['fieldPath'],
        ),
        resourceFieldRef: only<EnvSources['resourceFieldRef']>(
          { resource: text, containerName: text, divisor: anything },
          '{ resource: "limits.memory" }',
          ['resource'],
        ),
        fileKeyRef: object,
      },
      undefined,
      [],
      { valueFrom: 'give what is in it', value: 'give the string alone' },
    ),
    isScalar,
  ),
  what: 'a string, or a source such as { secretKeyRef: { name: "orders", key: "password" } }',
  misfit: (value) =>
    isLate(value) ? 'is computed late (a Lazy), when nothing can be checked any more: give the text' : undefined,
};

const envFrom = only<EnvFrom>(
  {
    secretRef: only<EnvFromReference>({ name: reference('Secret'), optional: flag }, '{ name: "orders" }', ['name']),
    configMapRef: only<EnvFromReference>({ name: reference('ConfigMap'), optional: flag }, '{ name: "features" }', [
      'name',
    ]),
    prefix: text,
  },
  '{ secretRef: { name: "orders" } }',
);

const source = {
  emptyDir: fields({}, '{}'),
  configMap: fields({ name: reference('ConfigMap') }, '{ name: "features" }', ['name']),
  secret: fields({ secretName: reference('Secret') }, '{ secretName: "tls" }', ['secretName']),
  projected: fields({}, '{ sources: [...] }'),
  downwardAPI: fields({}, '{ items: [...] }'),
  persistentVolumeClaim: fields({ claimName: reference('PersistentVolumeClaim') }, '{ claimName: "photos" }', [
    'claimName',
  ]),
  ephemeral: object,
  csi: fields({}, '{ driver: "..." }'),
  nfs: fields({}, '{ server: "...", path: "/" }'),
  image: fields({}, '{ reference: "..." }'),
} satisfies Table<VolumeSources>;
/** A rule says where a folder of the node may be. */
const refusedSource = { ...source, hostPath: anything };
const volumes = map(only<VolumeSources>(refusedSource, '{ emptyDir: {} }'), '{ shared: { emptyDir: {} } }');
const mounts = map(
  only<Mount>(
    {
      ...refusedSource,
      volume: text,
      subPath: text,
      subPathExpr: text,
      readOnly: flag,
      recursiveReadOnly: text,
      mountPropagation: text,
    },
    '{ emptyDir: {} }',
  ),
  '{ "/data": { emptyDir: {} } }',
);

const at8080 = '{ port: 8080 }';
const headers = list(
  only<NonNullable<HttpGet['httpHeaders']>[number]>({ name: text, value: text }, undefined, ['name', 'value']),
  '[{ name: "Host", value: "..." }]',
);
const httpGet = only<HttpGet>({ port: amount, host: text, path: text, scheme: text, httpHeaders: headers }, at8080, [
  'port',
]);
const exec = only<Exec>({ command }, '{ command: ["pg_isready"] }', ['command']);
const seconds = such(amount, '5');
const probe = only<ProbeHandler & Required<Probes>[keyof Probes]>(
  {
    httpGet,
    exec,
    tcpSocket: only<TcpSocket>({ port: amount, host: text }, at8080, ['port']),
    grpc: only<NonNullable<ProbeHandler['grpc']>>({ port: amount, service: text }, at8080, ['port']),
    initialDelaySeconds: amount,
    periodSeconds: amount,
    timeoutSeconds: amount,
    failureThreshold: amount,
    successThreshold: amount,
    terminationGracePeriodSeconds: amount,
  },
  '{ httpGet: { path: "/healthz", port: 8080 } }',
);
const hook = only<LifecycleHandler>(
  {
    httpGet,
    exec,
    sleep: only<NonNullable<LifecycleHandler['sleep']>>({ seconds }, '{ seconds: 5 }', ['seconds']),
  },
  '{ exec: { command: ["stop"] } }',
);

const ports = map(
  or(
    only<PortProps>(
      {
        containerPort: amount,
        port: amount,
        protocol: text,
        appProtocol: text,
        nodePort: amount,
        service: { what: 'false', fits: (value) => value === false },
      },
      '{ containerPort: 53, protocol: "UDP" }',
      ['containerPort'],
      {
        hostPort: 'a NodeAgent has it, in host.ports',
        targetPort: 'use containerPort',
        name: 'it is the key in ports',
      },
    ),
    (value) => typeof value === 'number' || typeof value === 'string',
  ),
  '{ metrics: 9090 }',
);

/** What a container may do beyond the standard. */
export const PRIVILEGE = {
  reason: anything,
  capabilities: or(list(text, '["NET_ADMIN"]'), isText),
  root: flag,
  privileged: flag,
  allowPrivilegeEscalation: flag,
} satisfies Table<Privilege>;

const WITH_REASON = 'say why in privilege: { reason, ... }, or in host of a NodeAgent';
/** Where the unsafe parts of a security context are. */
const UNSAFE = {
  runAsUser: 'use user',
  runAsGroup: 'use group',
  fsGroup: 'use group',
  runAsNonRoot: WITH_REASON,
  capabilities: WITH_REASON,
  privileged: WITH_REASON,
  allowPrivilegeEscalation: WITH_REASON,
};

/** The props of every container. */
const CONTAINER = {
  image: anything,
  imagePullPolicy: text,
  command,
  args: command,
  workingDir: text,
  env: map(envValue, '{ NAME: "value" }'),
  envFrom: list(envFrom, '[{ secretRef: { name: "orders" } }]'),
  mounts,
  tmp: flag,
  probes: only<Probes>(
    { startup: probe, readiness: probe, liveness: probe },
    '{ readiness: { httpGet: { port: 8080 } } }',
  ),
  lifecycle: only<Lifecycle>({ postStart: hook, preStop: hook }, '{ preStop: { sleep: { seconds: 5 } } }'),
  resources: only<Resources>(
    {
      requests: map(anything, '{ cpu: "500m", memory: "1Gi" }'),
      limits: map(anything, '{ memory: "1Gi" }'),
      claims: list(
        only<NonNullable<Resources['claims']>[number]>({ name: text, request: text }, '{ name: "gpu" }', ['name']),
        '[{ name: "gpu" }]',
      ),
    },
    '{ requests: { cpu: "500m", memory: "1Gi" } }',
  ),
  user: amount,
  group: amount,
  privilege: only<Privilege>(PRIVILEGE, '{ reason: "..." }'),
  securityContext: only<ContainerSecurity>(
    { readOnlyRootFilesystem: flag, seLinuxOptions: object, seccompProfile: object, appArmorProfile: object },
    '{ readOnlyRootFilesystem: false }',
    [],
    UNSAFE,
  ),
  terminationMessagePolicy: text,
  stdin: flag,
  tty: flag,
  ports,
} satisfies Table<ExtraContainerProps>;

/** What Kubernetes, or another program, calls otherwise. */
const CONTAINER_ELSEWHERE = {
  startupProbe: 'use probes.startup',
  readinessProbe: 'use probes.readiness',
  livenessProbe: 'use probes.liveness',
  volumeMounts: 'use mounts',
};
/** The same of a pod. */
export const POD_ELSEWHERE = {
  ...CONTAINER_ELSEWHERE,
  hostNetwork: 'only a NodeAgent has it, as host.network',
  hostPID: 'only a NodeAgent has it, as host.pid',
  hostIPC: 'only a NodeAgent has it, as host.ipc',
};

const extra = map(
  only<ExtraContainerProps>(CONTAINER, '{ image: "busybox:1.37" }', [], CONTAINER_ELSEWHERE),
  '{ proxy: { image: "envoyproxy/envoy:v1.35.0" } }',
);
const sidecars = map(
  only<ExtraContainerProps>(CONTAINER, '{ image: "busybox:1.37" }', [], {
    ...CONTAINER_ELSEWHERE,
    restartPolicy: 'leave it out, because a sidecar always restarts',
  }),
  '{ proxy: { image: "envoyproxy/envoy:v1.35.0" } }',
);
const initContainers = map(
  only<InitContainerProps>({ ...CONTAINER, restartPolicy: text }, '{ image: "busybox:1.37" }', [], CONTAINER_ELSEWHERE),
  '{ wait: { image: "busybox:1.37" } }',
);
const terms = {
  requiredDuringSchedulingIgnoredDuringExecution: list(object),
  preferredDuringSchedulingIgnoredDuringExecution: list(
    fields({ podAffinityTerm: object }, undefined, ['podAffinityTerm']),
  ),
};

/** The props of every pod, and of its main container. */
export const POD = {
  ...CONTAINER,
  initContainers,
  sidecars,
  containers: extra,
  volumes,
  resourceClaims: list(fields({ name: text }, '{ name: "gpu", resourceClaimTemplateName: "gpu" }', ['name'])),
  podSecurityContext: only<PodSecurity>(
    {
      supplementalGroups: list(amount, '[1000]'),
      supplementalGroupsPolicy: text,
      sysctls: list(object),
      seLinuxOptions: object,
      seLinuxChangePolicy: text,
      seccompProfile: object,
      appArmorProfile: object,
    },
    '{ supplementalGroups: [1000] }',
    [],
    UNSAFE,
  ),
  imagePullSecrets: list(reference('Secret'), '["registry"]'),
  terminationGracePeriodSeconds: amount,
  hostAliases: list(object, '[{ ip: "10.0.0.1", hostnames: ["db"] }]'),
  dnsPolicy: text,
  dnsConfig: object,
  hostUsers: flag,
  shareProcessNamespace: flag,
  enableServiceLinks: flag,
  nodeSelector: map(text, '{ "kubernetes.io/arch": "arm64" }'),
  affinity: only<Affinity>(
    { nodeAffinity: object, podAffinity: fields(terms), podAntiAffinity: fields(terms) },
    undefined,
  ),
  tolerations: list(object, '[{ operator: "Exists" }]'),
  topologySpreadConstraints: list(object),
  priorityClassName: text,
  runtimeClassName: text,
  schedulerName: text,
  /** Of config files. */
  config: only<ConfigFiles>(
    {
      mountPath,
      files: map(anything, '{ "app.conf": "..." }'),
      defaultMode: amount,
      roll: flag,
      keepFolder: flag,
    },
    '{ mountPath: "/etc/app", files: { "app.conf": "..." } }',
    ['mountPath', 'files'],
  ),
} satisfies Table<ContainerProps & PodProps & { readonly ports?: unknown; readonly config?: ConfigFiles }>;
