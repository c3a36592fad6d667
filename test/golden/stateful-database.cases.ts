import type { IConstruct } from 'constructs';
import { KubernetesObject, StatefulDatabase, WebService } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

const storage = { mountPath: '/var/lib/postgresql/data', size: '20Gi' } as const;
const postgres = { image: 'postgres:16.4', user: 999, port: 5432, storage } as const;

export const statefulDatabase: GoldenCases = {
  minimal: (chart) => new StatefulDatabase(chart, 'orders', postgres),

  'restricted-by-default': (chart) =>
    new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999 }).statefulSet,

  'three-replicas': (chart) => {
    const { statefulSet, podDisruptionBudget } = new StatefulDatabase(chart, 'sessions', {
      image: 'redis:7.4',
      user: 999,
      port: 6379,
      replicas: 3,
      podManagementPolicy: 'Parallel',
      storage: { mountPath: '/data', size: '10Gi' },
    });
    return given(statefulSet, podDisruptionBudget);
  },

  'config-files': (chart) => {
    const database = new StatefulDatabase(chart, 'sessions', {
      image: 'redis:7.4',
      user: 999,
      port: 6379,
      command: ['redis-server', '/etc/redis/redis.conf'],
      config: {
        mountPath: '/etc/redis',
        files: { 'redis.conf': 'dir /data\nappendonly yes\n', 'users.acl': 'user default off\n' },
      },
      storage: { mountPath: '/data', size: '10Gi' },
    });
    return [database.node.findChild('ConfigMap'), database.statefulSet];
  },

  backup: (chart) => {
    const database = new StatefulDatabase(chart, 'orders', {
      ...postgres,
      env: { POSTGRES_PASSWORD: { secretKeyRef: { name: 'orders', key: 'password' } } },
      backup: {
        schedule: '15 3 * * *',
        timeZone: 'Asia/Seoul',
        command: [
          'sh',
          '-c',
          'PGPASSWORD="$POSTGRES_PASSWORD" pg_dumpall -h "$HOST" -U postgres > /backup/$(date +%F).sql',
        ],
        volume: { mountPath: '/backup', size: '50Gi' },
        resources: { requests: { cpu: '100m', memory: '256Mi' }, limits: { memory: '256Mi' } },
        activeDeadlineSeconds: 3600,
      },
    });
    return given(database.node.findChild('BackupVolume'), database.backup);
  },

  'adopted-with-its-headless-service': (chart) => {
    const { headlessService, statefulSet } = new StatefulDatabase(chart, 'orders', {
      ...postgres,
      headlessServiceName: 'orders-headless',
    });
    return [headlessService, statefulSet];
  },

  'backup-into-a-bucket': (chart) => {
    const { backup } = new StatefulDatabase(chart, 'orders', {
      ...postgres,
      backup: {
        schedule: '@daily',
        image: 'ghcr.io/shop/pg-to-s3:1.2.0',
        command: ['pg-to-s3'],
        user: 1000,
        serviceAccount: {
          annotations: { 'eks.amazonaws.com/role-arn': 'arn:aws:iam::123456789012:role/orders-backup' },
        },
      },
    });
    return given(backup);
  },

  'several-volumes-and-retention': (chart) =>
    new StatefulDatabase(chart, 'mysql', {
      image: 'mysql:8.4',
      user: 999,
      port: 3306,
      args: ['--innodb-log-group-home-dir=/var/lib/mysql-redo'],
      storage: {
        mountPath: '/var/lib/mysql',
        size: '50Gi',
        storageClassName: 'ssd',
        labels: { 'backup.example.com/policy': 'nightly' },
        retention: { whenScaled: 'Delete' },
      },
      additionalStorage: { redo: { mountPath: '/var/lib/mysql-redo', size: '5Gi', storageClassName: 'fast' } },
    }).statefulSet,

  'network-access-lists': (chart) => {
    const api = new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080 });
    const { networkPolicy } = new StatefulDatabase(chart, 'orders', {
      ...postgres,
      networkPolicy: {
        from: [api, { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'reporting' } } }],
        to: [{ ipBlock: { cidr: '10.0.0.0/8' } }],
      },
    });
    return given(networkPolicy);
  },

  'backup-through-an-access-list': (chart) => {
    const { networkPolicy } = new StatefulDatabase(chart, 'orders', {
      ...postgres,
      networkPolicy: { from: [{ podSelector: { matchLabels: { team: 'checkout' } } }] },
      backup: { schedule: '@daily', command: ['/bin/dump'] },
    });
    return given(networkPolicy);
  },

  'ports-of-the-members-and-of-a-sidecar': (chart) => {
    const voters = [0, 1, 2].map((ordinal) => `${ordinal}@${StatefulDatabase.podHost('kafka', ordinal)}:9093`);
    const kafka = new StatefulDatabase(chart, 'kafka', {
      image: 'apache/kafka:4.1.0',
      user: 1000,
      replicas: 3,
      // Only the members talk on the port of the controllers, and only the monitoring reads the metrics.
      ports: { kafka: 9092, controller: { containerPort: 9093, service: false } },
      env: { KAFKA_CONTROLLER_QUORUM_VOTERS: voters.join(',') },
      sidecars: { exporter: { image: 'danielqsj/kafka-exporter:v1.9.0', user: 1000, ports: { metrics: 9308 } } },
      networkPolicy: {
        ports: {
          metrics: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } } }],
        },
      },
      service: {
        type: 'LoadBalancer',
        annotations: { 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' },
      },
    });
    return [kafka.service, kafka.statefulSet, kafka.networkPolicy].flatMap((object) => object ?? []);
  },

  'sidecar-and-init-container': (chart) =>
    new StatefulDatabase(chart, 'sessions', {
      image: 'redis:7.4',
      user: 999,
      port: 6379,
      volumes: { modules: { emptyDir: {} } },
      mounts: { '/modules': { volume: 'modules', readOnly: true } },
      initContainers: {
        'load-modules': {
          image: 'ghcr.io/shop/redis-modules:1.2.0',
          command: ['cp', '-r', '/dist/.', '/modules'],
          mounts: { '/modules': { volume: 'modules' } },
          tmp: false,
        },
      },
      sidecars: {
        exporter: {
          image: 'oliver006/redis_exporter:v1.79.0',
          user: 59000,
          ports: { metrics: 9121 },
          env: { REDIS_ADDR: 'redis://localhost:6379' },
          probes: { readiness: { httpGet: { path: '/health', port: 'metrics' } } },
        },
      },
    }).statefulSet,

  'root-with-a-reason': (chart) =>
    new StatefulDatabase(chart, 'statefulset-example', {
      image: 'alicek106/rr-test:echo-hostname',
      user: 0,
      privilege: { reason: 'the image runs as root', root: true, capabilities: ['NET_BIND_SERVICE'] },
      ports: { web: 80 },
      replicas: 3,
    }).statefulSet,

  'overrides-merged': (chart) => {
    const { statefulSet, service } = new StatefulDatabase(chart, 'orders', {
      ...postgres,
      sidecars: { exporter: { image: 'quay.io/prometheuscommunity/postgres-exporter:v0.17.1', user: 65534 } },
      overrides: {
        statefulSet: {
          metadata: { annotations: { 'example.com/owner': 'checkout' } },
          spec: {
            template: {
              spec: {
                automountServiceAccountToken: null,
                containers: [
                  { name: 'orders', resizePolicy: [{ resourceName: 'memory', restartPolicy: 'RestartContainer' }] },
                ],
                initContainers: [
                  { name: 'exporter', env: [{ name: 'PG_EXPORTER_AUTO_DISCOVER_DATABASES', value: 'true' }] },
                ],
              },
            },
            volumeClaimTemplates: [
              { metadata: { name: 'data' }, spec: { selector: { matchLabels: { disk: 'fast' } } } },
            ],
          },
        },
        service: { spec: { ports: [{ name: 'db', appProtocol: 'postgresql' }] } },
      },
    });
    return given(service, statefulSet);
  },

  'existing-service-account': (chart) =>
    new StatefulDatabase(chart, 'orders', {
      ...postgres,
      serviceAccount: 'databases',
      automountServiceAccountToken: true,
    }),

  'objects-in-place-of-names': (chart) => {
    const secret = new KubernetesObject(chart, 'orders-password', {
      apiVersion: 'v1',
      kind: 'Secret',
      stringData: { password: 'hunter2' },
    });
    const tls = new KubernetesObject(chart, 'orders-tls', {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'kubernetes.io/tls',
      stringData: { 'tls.crt': '(a certificate)', 'tls.key': '(its key)' },
    });
    return new StatefulDatabase(chart, 'orders', {
      ...postgres,
      env: { POSTGRES_PASSWORD: { secretKeyRef: { name: secret, key: 'password' } } },
      mounts: { '/etc/postgresql/tls': { secret: { secretName: tls, defaultMode: 0o440 }, readOnly: true } },
    }).statefulSet;
  },

  'update-with-a-partition': (chart) =>
    new StatefulDatabase(chart, 'kafka', {
      image: 'apache/kafka:4.1.0',
      user: 1000,
      ports: { client: 9092, controller: 9093 },
      replicas: 5,
      ordinals: { start: 1 },
      updateStrategy: { rollingUpdate: { partition: 4 } },
      minReadySeconds: 30,
      terminationGracePeriodSeconds: 120,
      podDisruptionBudget: { minAvailable: 4 },
      topologySpreadConstraints: [
        {
          maxSkew: 1,
          topologyKey: 'topology.kubernetes.io/zone',
          whenUnsatisfiable: 'DoNotSchedule',
          labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'kafka' } },
        },
      ],
      storage: { mountPath: '/var/lib/kafka', size: '100Gi' },
    }).statefulSet,
};

function given(...constructs: readonly (IConstruct | undefined)[]): readonly IConstruct[] {
  return constructs.filter((construct) => construct !== undefined);
}
