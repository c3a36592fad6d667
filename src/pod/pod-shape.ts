import { amount, anything, fields, flag, isLate, list, map, or, such, text, type Shape } from '../manifest/shape';

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
  fields({ name: reference(kind), key: text, optional: flag }, '{ name: "orders", key: "password" }', ['name', 'key']);

const envValue: Shape = {
  ...or(
    fields({
      secretKeyRef: key('Secret'),
      configMapKeyRef: key('ConfigMap'),
      fieldRef: fields({ fieldPath: text }, '{ fieldPath: "metadata.name" }', ['fieldPath']),
      resourceFieldRef: fields({ resource: text }, '{ resource: "limits.memory" }', ['resource']),
      fileKeyRef: object,
    }),
    isScalar,
  ),
  what: 'a string, or a source such as { secretKeyRef: { name: "orders", key: "password" } }',
  misfit: (value) =>
    isLate(value) ? 'is computed late (a Lazy), when nothing can be checked any more: give the text' : undefined,
};

const envFrom = fields(
  {
    secretRef: fields({ name: reference('Secret'), optional: flag }, '{ name: "orders" }', ['name']),
    configMapRef: fields({ name: reference('ConfigMap'), optional: flag }, '{ name: "features" }', ['name']),
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
};
const volumes = map(fields(source, '{ emptyDir: {} }'), '{ shared: { emptyDir: {} } }');
const mounts = map(
  fields(
    { ...source, volume: text, subPath: text, subPathExpr: text, readOnly: flag, mountPropagation: text },
    '{ emptyDir: {} }',
  ),
  '{ "/data": { emptyDir: {} } }',
);

const port = fields({ port: amount, host: text }, '{ port: 8080 }', ['port']);
const headers = list(
  fields({ name: text, value: text }, undefined, ['name', 'value']),
  '[{ name: "Host", value: "..." }]',
);
const httpGet = fields({ port: amount, host: text, path: text, scheme: text, httpHeaders: headers }, '{ port: 8080 }', [
  'port',
]);
const exec = fields({ command }, '{ command: ["pg_isready"] }', ['command']);
const seconds = such(amount, '5');
const handler = {
  httpGet,
  tcpSocket: port,
  exec,
  grpc: port,
  sleep: fields({ seconds }, '{ seconds: 5 }', ['seconds']),
};
const probe = fields(handler, '{ httpGet: { path: "/healthz", port: 8080 } }');
const hook = fields(handler, '{ exec: { command: ["stop"] } }');

const ports = map(
  or(
    fields({ containerPort: amount, port: amount, protocol: text }, '{ containerPort: 53, protocol: "UDP" }', [
      'containerPort',
    ]),
    (value) => typeof value === 'number' || typeof value === 'string',
  ),
  '{ metrics: 9090 }',
);

/** What a container may do beyond the standard. */
export const PRIVILEGE = {
  capabilities: or(list(text, '["NET_ADMIN"]'), isText),
  root: flag,
  privileged: flag,
  allowPrivilegeEscalation: flag,
} satisfies Readonly<Record<string, Shape>>;

/** The props of every container. */
const CONTAINER = {
  imagePullPolicy: text,
  command,
  args: command,
  workingDir: text,
  env: map(envValue, '{ NAME: "value" }'),
  envFrom: list(envFrom, '[{ secretRef: { name: "orders" } }]'),
  mounts,
  tmp: flag,
  probes: fields({ startup: probe, readiness: probe, liveness: probe }, '{ readiness: { httpGet: { port: 8080 } } }'),
  lifecycle: fields({ postStart: hook, preStop: hook }, '{ preStop: { sleep: { seconds: 5 } } }'),
  resources: fields(
    {
      requests: map(anything, '{ cpu: "500m", memory: "1Gi" }'),
      limits: map(anything, '{ memory: "1Gi" }'),
      claims: list(object, '[{ name: "gpu" }]'),
    },
    '{ requests: { cpu: "500m", memory: "1Gi" } }',
  ),
  user: amount,
  group: amount,
  privilege: fields(PRIVILEGE, '{ reason: "..." }'),
  securityContext: fields({ readOnlyRootFilesystem: flag }, '{ readOnlyRootFilesystem: false }'),
  terminationMessagePolicy: text,
  stdin: flag,
  tty: flag,
  ports,
} satisfies Readonly<Record<string, Shape>>;

const extra = map(
  fields({ ...CONTAINER, restartPolicy: text }, '{ image: "busybox:1.37" }'),
  '{ proxy: { image: "envoyproxy/envoy:v1.35.0" } }',
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
  initContainers: extra,
  sidecars: extra,
  containers: extra,
  volumes,
  resourceClaims: list(fields({ name: text }, '{ name: "gpu", resourceClaimTemplateName: "gpu" }', ['name'])),
  podSecurityContext: object,
  imagePullSecrets: list(reference('Secret'), '["registry"]'),
  terminationGracePeriodSeconds: amount,
  hostAliases: list(object, '[{ ip: "10.0.0.1", hostnames: ["db"] }]'),
  dnsPolicy: text,
  dnsConfig: object,
  hostUsers: flag,
  shareProcessNamespace: flag,
  enableServiceLinks: flag,
  nodeSelector: map(text, '{ "kubernetes.io/arch": "arm64" }'),
  affinity: fields({ nodeAffinity: object, podAffinity: fields(terms), podAntiAffinity: fields(terms) }),
  tolerations: list(object, '[{ operator: "Exists" }]'),
  topologySpreadConstraints: list(object),
  priorityClassName: text,
  runtimeClassName: text,
  schedulerName: text,
  /** Of config files. */
  config: fields(
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
} satisfies Readonly<Record<string, Shape>>;
