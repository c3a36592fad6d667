// A small platform: an API, its database with a nightly backup, a cache, a migration, a report, and a log agent on each node.
import { Chart, Cron } from 'cdk8s';
import {
  App,
  BatchJob,
  KubernetesObject,
  NodeAgent,
  ScheduledJob,
  StatefulDatabase,
  WebService,
} from 'cdk8s-workloads';
import { ManagedRedis } from 'cdk8s-workloads/redis';

const app = new App();
const definitions = new Chart(app, 'definitions'); // a file of its own, to be applied before there are objects of these kinds
const shop = new Chart(app, 'shop', { namespace: 'shop' });
shop.addDependency(definitions);

const orders = new StatefulDatabase(shop, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  storage: { mountPath: '/var/lib/postgresql/data', size: '20Gi', storageClassName: 'ssd' },
  env: {
    PGDATA: '/var/lib/postgresql/data/pgdata',
    POSTGRES_PASSWORD: { secretKeyRef: { name: 'orders', key: 'password' } },
  },
  mounts: { '/var/run/postgresql': { emptyDir: {} } },
  config: { mountPath: '/etc/postgresql', files: { 'postgresql.conf': 'max_connections = 200\n' } }, // a change rolls the pods
  args: ['-c', 'config_file=/etc/postgresql/postgresql.conf'],
  resources: { requests: { cpu: '500m', memory: '1Gi' }, limits: { memory: '1Gi' } },
  probes: {
    startup: { exec: { command: ['pg_isready', '-U', 'postgres'] }, periodSeconds: 5, failureThreshold: 60 },
    readiness: { exec: { command: ['pg_isready', '-U', 'postgres'] } },
  },
  backup: {
    schedule: '15 3 * * *',
    timeZone: 'Asia/Seoul',
    command: [
      'sh',
      '-c',
      'PGPASSWORD="$POSTGRES_PASSWORD" pg_dumpall -h "$HOST" -U postgres > /backup/$(date +%F).sql',
    ],
    volume: { mountPath: '/backup', size: '50Gi' },
  },
});

const api = new WebService(shop, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  scale: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 70 }, // then no `replicas`
  env: { DATABASE_HOST: orders.host, POD_NAME: { fieldRef: { fieldPath: 'metadata.name' } } },
  resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { memory: '128Mi' } },
  probes: { readiness: { httpGet: { path: '/healthz', port: 8080 } } },
  ingress: {
    className: 'nginx',
    host: 'shop.example.com',
    paths: { '/api': { pathType: 'Prefix' } },
    tlsSecretName: 'shop-tls',
  },
});

new BatchJob(shop, 'migrate', {
  image: 'ghcr.io/shop/api:2.3.1',
  command: ['migrate', 'up'],
  env: { DATABASE_HOST: orders.host },
  rerunOnChange: true, // a new image is a new Job, not a refused update
  backoffLimit: 2,
  activeDeadlineSeconds: 600,
});

new ScheduledJob(shop, 'report', {
  schedule: Cron.daily(), // or '0 0 * * *'
  timeZone: 'Asia/Seoul',
  job: { image: 'ghcr.io/shop/report:1.9.0', args: ['--yesterday', api.url('http', 'v1')], backoffLimit: 2 },
});

new NodeAgent(shop, 'logs', {
  image: 'quay.io/fluentd_elasticsearch/fluentd:v2.5.2',
  nodes: 'every',
  host: {
    reason: 'reads the container logs of its node, which belong to root',
    root: true,
    paths: { '/var/lib/docker/containers': { mountPath: '/var/lib/docker/containers' } }, // read-only unless it says otherwise
  },
  resources: { requests: { cpu: '50m', memory: '200Mi' }, limits: { memory: '200Mi' } },
});

new ManagedRedis.Definition(definitions, 'managed-redis');
new ManagedRedis(shop, 'cache', { spec: { image: 'redis:7.2', replica: 3 } });

// Any other object, with Kubernetes' own words, typed by the two literals.
new KubernetesObject(shop, 'ssd', {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  provisioner: 'ebs.csi.aws.com',
  volumeBindingMode: 'WaitForFirstConsumer',
});

app.synth();
