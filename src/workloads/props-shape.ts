import { amount, fields, flag, list, map, or, such, text, word, type Shape } from '../manifest/shape';
import { POD, PRIVILEGE, reference } from '../pod/pod-shape';

const texts = map(text, '{ team: "checkout" }');
const object = fields({});
const isNo = (value: unknown): boolean => value === false;

const rule = fields({
  verbs: list(text, '["get"]'),
  apiGroups: list(text, '[""]'),
  resources: list(text, '["configmaps"]'),
  nonResourceURLs: list(text, '["/metrics"]'),
});
const rules = list(rule, '[{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }]');

/** In an override `null` takes a field away. */
const orNull = (shape: Shape): Shape => or(shape, (value) => value === null);
const metadata = orNull(
  fields({
    labels: orNull(object),
    annotations: orNull(object),
    finalizers: orNull(list(text)),
    ownerReferences: orNull(list(object)),
  }),
);
const containers = orNull(list(fields({ name: text, image: orNull(text) }), '[{ name: "api", stdinOnce: true }]'));
const podTemplate = orNull(fields({ metadata, spec: orNull(fields({ containers, initContainers: containers })) }));
const jobTemplate = orNull(fields({ metadata, spec: orNull(fields({ template: podTemplate })) }));
const override = fields(
  { metadata, spec: orNull(fields({ template: podTemplate, jobTemplate })) },
  '{ metadata: { annotations: { ... } } }',
);
/** The overrides of the objects that every workload has, and of `objects`. */
function overridesOf(...objects: readonly string[]): Readonly<Record<string, Shape>> {
  const shared = ['configMap', 'serviceAccount', 'role', 'roleBinding', 'clusterRole', 'clusterRoleBinding'];
  return Object.fromEntries([...shared, ...objects].map((each) => [each, override]));
}

const WORKLOAD = {
  ...POD,
  name: text,
  containerName: text,
  labels: texts,
  annotations: texts,
  podLabels: texts,
  podAnnotations: texts,
  serviceAccount: {
    ...or(fields({ name: text, annotations: texts }), (value) => typeof value === 'string'),
    what: 'a name, or an object such as { annotations: { ... } }',
  },
  permissions: fields(
    { namespace: rules, cluster: rules },
    '{ namespace: [{ apiGroups: [""], resources: ["configmaps"], verbs: ["get"] }] }',
  ),
  automountServiceAccountToken: flag,
} satisfies Readonly<Record<string, Shape>>;

const peers = list(object, '[{ podSelector: {} }]');
const sources = word(['anywhere', 'namespace'], peers);
const NETWORKED = {
  port: amount,
  networkPolicy: or(
    fields(
      { from: sources, to: word(['anywhere'], peers), ports: map(sources, '{ metrics: "anywhere" }') },
      '{ from: "anywhere" }',
    ),
    isNo,
  ),
  service: or(
    fields(
      { type: text, name: text, port: amount, nodePort: amount, annotations: texts, clusterIP: text },
      '{ type: "LoadBalancer" }',
    ),
    isNo,
  ),
  podDisruptionBudget: or(fields({}, '{ maxUnavailable: 1 }'), isNo),
  spread: or(word(['required']), (value) => typeof value === 'boolean'),
  replicas: amount,
  minReadySeconds: amount,
  revisionHistoryLimit: amount,
} satisfies Readonly<Record<string, Shape>>;

const storage = {
  mountPath: such(text, '"/data"'),
  size: such(amount, '"20Gi"'),
  storageClassName: text,
  subPath: text,
  accessModes: list(text, '["ReadWriteOnce"]'),
};
const STORAGE_EXAMPLE = '{ mountPath: "/data", size: "20Gi" }';
const STORAGE_REQUIRED = ['mountPath', 'size'];
const volume = fields({ ...storage, labels: texts, annotations: texts }, STORAGE_EXAMPLE, STORAGE_REQUIRED);

const schedule: Shape = {
  what: 'a cron schedule, such as "15 3 * * *"',
  fits: (value) =>
    typeof value === 'string' ||
    typeof (value as { readonly expressionString?: unknown } | null)?.expressionString === 'string',
};
const SCHEDULE = {
  schedule,
  timeZone: text,
  concurrencyPolicy: word(['Allow', 'Forbid', 'Replace']),
  startingDeadlineSeconds: amount,
  successfulJobsHistoryLimit: amount,
  failedJobsHistoryLimit: amount,
  suspend: flag,
} satisfies Readonly<Record<string, Shape>>;

const JOB = {
  ...WORKLOAD,
  restartPolicy: text,
  backoffLimit: amount,
  activeDeadlineSeconds: amount,
  podReplacementPolicy: text,
  completion: fields(
    {
      mode: word(['Once', 'Count', 'Indexed', 'WorkQueue']),
      completions: amount,
      parallelism: amount,
      backoffLimitPerIndex: amount,
      maxFailedIndexes: amount,
      successPolicy: fields(
        { rules: list(fields({ succeededIndexes: text, succeededCount: amount }), '[{ succeededCount: 3 }]') },
        '{ rules: [{ succeededCount: 3 }] }',
        ['rules'],
      ),
    },
    '{ mode: "Count", completions: 3 }',
    ['mode'],
  ),
  podFailurePolicy: fields(
    {
      rules: list(
        fields({
          action: text,
          onExitCodes: fields({ containerName: text, operator: text, values: list(amount, '[42]') }, undefined, [
            'values',
          ]),
          onPodConditions: list(object),
        }),
        '[{ action: "FailJob", onExitCodes: { operator: "In", values: [42] } }]',
      ),
    },
    undefined,
    ['rules'],
  ),
} satisfies Readonly<Record<string, Shape>>;

const JOB_EXAMPLE = '{ image: "ghcr.io/shop/api:2.3.1" }';
const SCHEDULED_OVERRIDES = fields(overridesOf('cronJob'));

/** The props of a StatefulDatabase. */
export const DATABASE_SHAPE = fields(
  {
    ...WORKLOAD,
    ...NETWORKED,
    headlessServiceName: text,
    storage: fields(
      { ...storage, labels: texts, annotations: texts, name: text, retention: object },
      STORAGE_EXAMPLE,
      STORAGE_REQUIRED,
    ),
    additionalStorage: map(volume, `{ wal: ${STORAGE_EXAMPLE} }`),
    updateStrategy: fields({ type: text, rollingUpdate: fields({ partition: amount }) }, '{ type: "OnDelete" }'),
    podManagementPolicy: text,
    ordinals: fields({ start: amount }, '{ start: 1 }'),
    backup: fields(
      {
        ...SCHEDULE,
        command: POD.command,
        args: POD.args,
        env: POD.env,
        mounts: POD.mounts,
        resources: POD.resources,
        volume: fields(storage, STORAGE_EXAMPLE, STORAGE_REQUIRED),
        serviceAccount: WORKLOAD.serviceAccount,
      },
      '{ schedule: "@daily", command: ["dump"] }',
      ['schedule', 'command'],
    ),
    overrides: fields({
      ...overridesOf(
        'statefulSet',
        'service',
        'headlessService',
        'podDisruptionBudget',
        'networkPolicy',
        'backupVolume',
      ),
      backup: SCHEDULED_OVERRIDES,
    }),
  },
  '{ image: "postgres:16.4", user: 999 }',
);

/** The props of a NodeAgent. */
export const AGENT_SHAPE = fields(
  {
    ...WORKLOAD,
    ...NETWORKED,
    nodes: word(['every']),
    host: fields(
      {
        ...PRIVILEGE,
        paths: map(
          fields(
            { mountPath: such(text, '"/host"'), name: text, readOnly: flag, type: text, subPath: text },
            '{ mountPath: "/var/log" }',
          ),
          '{ "/var/log": { mountPath: "/var/log" } }',
        ),
        network: flag,
        pid: flag,
        ipc: flag,
        ports: map(amount, '{ metrics: 9100 }'),
      },
      '{ reason: "..." }',
    ),
    updateStrategy: fields({ type: text, rollingUpdate: object }, '{ type: "OnDelete" }'),
    overrides: fields(overridesOf('daemonSet', 'networkPolicy', 'service')),
  },
  '{ image: "quay.io/fluentd_elasticsearch/fluentd:v2.5.2" }',
);

/** The props of a BatchJob. */
export const BATCH_JOB_SHAPE = fields(
  {
    ...JOB,
    rerunOnChange: flag,
    ttlSecondsAfterFinished: amount,
    suspend: flag,
    managedBy: text,
    overrides: fields(overridesOf('job')),
  },
  JOB_EXAMPLE,
);

/** The props of a ScheduledJob. */
export const SCHEDULED_JOB_SHAPE = fields(
  { ...SCHEDULE, job: fields(JOB, JOB_EXAMPLE), name: text, labels: texts, overrides: SCHEDULED_OVERRIDES },
  `{ schedule: "@daily", job: ${JOB_EXAMPLE} }`,
  ['schedule', 'job'],
);

/** The props of a WebService. */
export const WEB_SHAPE = fields(
  {
    ...WORKLOAD,
    ...NETWORKED,
    ingress: fields(
      {
        className: text,
        host: or(list(text, '["shop.example.com"]'), (value) => typeof value === 'string'),
        paths: map(
          fields({ pathType: text, port: amount }, '{ pathType: "Prefix" }', ['pathType']),
          '{ "/": { pathType: "Prefix" } }',
        ),
        tlsSecretName: reference('Secret'),
        annotations: texts,
      },
      '{ host: "shop.example.com" }',
    ),
    scale: fields(
      {
        minReplicas: such(amount, '2'),
        maxReplicas: such(amount, '10'),
        cpuUtilization: amount,
        memoryUtilization: amount,
        metrics: list(object, '[{ type: "Pods", ... }]'),
        behavior: object,
      },
      '{ minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 }',
      ['minReplicas', 'maxReplicas'],
    ),
    strategy: fields({ type: text, rollingUpdate: object }, '{ type: "Recreate" }'),
    drainSeconds: amount,
    progressDeadlineSeconds: amount,
    paused: flag,
    overrides: fields(
      overridesOf(
        'deployment',
        'service',
        'ingress',
        'horizontalPodAutoscaler',
        'podDisruptionBudget',
        'networkPolicy',
      ),
    ),
  },
  '{ image: "ghcr.io/shop/api:2.3.1", port: 8080 }',
);
