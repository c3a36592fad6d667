// Pods with names, disks and hosts of their own.
import { Chart } from 'cdk8s';
import { App, StatefulDatabase } from 'cdk8s-workloads';

const app = new App();
const chart = new Chart(app, 'stateful-databases', { namespace: 'data' });

// Three pods that can be told apart. The image runs as root and listens below 1024, and that must be said.
new StatefulDatabase(chart, 'statefulset-example', {
  image: 'alicek106/rr-test:echo-hostname',
  user: 0,
  privilege: { reason: 'the image runs as root', root: true, capabilities: ['NET_BIND_SERVICE'] },
  ports: { web: 80 },
  replicas: 3,
});

// A volume for each pod, made from one template.
new StatefulDatabase(chart, 'mysts', {
  image: 'nginxinc/nginx-unprivileged:1.29.3',
  user: 101,
  ports: { web: { containerPort: 8080, port: 80 } },
  replicas: 3,
  storage: { name: 'vol', mountPath: '/usr/share/nginx/html', size: '1Gi' },
});

// Redis that survives its pods. Each is asked at redis.podHost(i).
const redis = new StatefulDatabase(chart, 'redis', {
  image: 'redis:7.4',
  user: 999,
  port: 6379,
  replicas: 3,
  podManagementPolicy: 'Parallel',
  config: { mountPath: '/etc/redis', files: { 'redis.conf': 'dir /data\nappendonly yes\n' } },
  command: ['redis-server', '/etc/redis/redis.conf'],
  storage: { mountPath: '/data', size: '10Gi', retention: { whenDeleted: 'Retain', whenScaled: 'Delete' } },
  probes: { readiness: { exec: { command: ['redis-cli', 'ping'] } } },
  resources: { requests: { cpu: '200m', memory: '512Mi' }, limits: { memory: '512Mi' } },
  sidecars: {
    exporter: {
      image: 'oliver006/redis_exporter:v1.79.0',
      user: 59000,
      ports: { metrics: 9121 },
      env: { REDIS_ADDR: 'redis://localhost:6379' },
      probes: { readiness: { httpGet: { path: '/health', port: 'metrics' } } },
    },
  },
});

// MySQL on two disks: the redo log has one of its own.
new StatefulDatabase(chart, 'mysql', {
  image: 'mysql:8.4',
  user: 999,
  port: 3306,
  storage: { mountPath: '/var/lib/mysql', size: '50Gi', storageClassName: 'ssd' },
  additionalStorage: { redo: { mountPath: '/var/lib/mysql-redo', size: '5Gi', storageClassName: 'fast' } },
  args: ['--innodb-log-group-home-dir=/var/lib/mysql-redo'],
  mounts: { '/var/run/mysqld': { emptyDir: {} } },
  env: { MYSQL_ROOT_PASSWORD: { secretKeyRef: { name: 'mysql', key: 'root-password' } }, CACHE: redis.podHost(0) },
  probes: {
    startup: { tcpSocket: { port: 'db' }, failureThreshold: 60 },
    readiness: { exec: { command: ['mysqladmin', 'ping'] }, timeoutSeconds: 5 },
  },
});

app.synth();
