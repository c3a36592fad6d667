import type { Chart } from 'cdk8s';
import { BatchJob, KubernetesObject, StatefulDatabase } from 'cdk8s-workloads';
import { TestNamespace } from './cluster';

let namespace: TestNamespace;
beforeAll(async () => {
  namespace = await TestNamespace.create('restricted');
});
afterAll(() => namespace.delete());

const PASSWORD = { secretKeyRef: { name: 'orders', key: 'password' } };

function postgres(chart: Chart): StatefulDatabase {
  new KubernetesObject(chart, 'secret', {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'orders' },
    stringData: { password: 'hunter2' },
  });
  return new StatefulDatabase(chart, 'orders', {
    image: 'testbed/postgres:15',
    user: 999,
    port: 5432,
    storage: { mountPath: '/var/lib/postgresql/data', size: '1Gi', storageClassName: 'standard' },
    env: { POSTGRES_PASSWORD: PASSWORD },
    probes: { readiness: { exec: { command: ['pg_isready', '-h', '127.0.0.1'] }, periodSeconds: 2 } },
    backup: {
      schedule: '15 3 * * *',
      timeZone: 'Asia/Seoul',
      command: [
        'sh',
        '-c',
        'PGPASSWORD="$POSTGRES_PASSWORD" pg_dumpall -h "$HOST" -p "$PORT" -U postgres > /backup/all.sql',
      ],
      volume: { mountPath: '/backup', size: '1Gi', storageClassName: 'standard' },
    },
  });
}

function redis(chart: Chart): StatefulDatabase {
  return new StatefulDatabase(chart, 'sessions', {
    image: 'testbed/redis:7.0',
    user: 999,
    port: 6379,
    replicas: 3,
    podManagementPolicy: 'Parallel',
    args: [
      'redis-server',
      '--appendonly',
      'yes',
      '--appendfsync',
      'always',
      '--dir',
      '/data',
      '--protected-mode',
      'no',
    ],
    storage: { mountPath: '/data', size: '1Gi', storageClassName: 'standard' },
    probes: { readiness: { exec: { command: ['redis-cli', 'ping'] }, periodSeconds: 1 } },
  });
}

/** A Job that asks each of the hosts and prints the answers. */
function ask(chart: Chart, id: string, hosts: readonly string[], question: string): void {
  const command = ['sh', '-ec', `for host in $HOSTS; do redis-cli -h "$host" ${question}; done > /dev/termination-log`];
  new BatchJob(chart, id, {
    image: 'testbed/redis:7.0',
    user: 999,
    command,
    env: { HOSTS: hosts.join(' ') },
    backoffLimit: 3,
  });
}

describe('a Postgres database', () => {
  test('becomes ready and answers a query at its host from another pod', async () => {
    const orders = await namespace.apply(postgres);
    await namespace.wait('statefulset/orders', 'jsonpath={.status.readyReplicas}=1', 180);
    await namespace.apply((chart) => {
      const query = 'create table if not exists paid (id int); insert into paid values (42); select * from paid';
      const command = ['sh', '-ec', 'psql "$URL" -U postgres -Atc "$QUERY" > /dev/termination-log'];
      const env = { PGPASSWORD: PASSWORD, URL: orders.url('postgres', 'postgres'), QUERY: query };
      new BatchJob(chart, 'query', { image: 'testbed/postgres:15', user: 999, command, env });
    });
    expect(await namespace.answerOf('query')).toContain('42');
  });

  test('is dumped by its backup job', async () => {
    await namespace.kubectl('create', 'job', 'backup-now', '--from=cronjob/orders-backup');
    await namespace.wait('job/backup-now', 'condition=Complete');
    await namespace.apply((chart) => {
      const mounts = { '/backup': { persistentVolumeClaim: { claimName: 'orders-backup' }, readOnly: true } };
      const command = ['sh', '-ec', 'grep -A 9 "COPY public.paid" /backup/all.sql > /dev/termination-log'];
      new BatchJob(chart, 'read-dump', { image: 'testbed/busybox:1', user: 999, command, mounts });
    });
    expect(await namespace.answerOf('read-dump')).toMatch(/^COPY public\.paid.*\n42\n/);
  });
});

describe('a Redis database of three replicas', () => {
  const hosts = (sessions: StatefulDatabase): readonly string[] =>
    [0, 1, 2].map((ordinal) => sessions.podHost(ordinal));

  test('answers at the host of each pod', async () => {
    const sessions = await namespace.apply(redis);
    await namespace.wait('statefulset/sessions', 'jsonpath={.status.readyReplicas}=3', 180);
    await namespace.apply((chart) => ask(chart, 'write', hosts(sessions), 'set from $host'));
    expect((await namespace.answerOf('write')).trim().split('\n')).toEqual(['OK', 'OK', 'OK']);
  });

  test('is spread over the nodes', async () => {
    const pods = await namespace.get<{ items: { spec: { nodeName: string } }[] }>(
      'pods --selector=app.kubernetes.io/name=sessions',
    );
    expect(new Set(pods.items.map(({ spec }) => spec.nodeName)).size).toBe(2);
  });

  test('keeps its data when its pods are deleted', async () => {
    const sessions = await namespace.apply(redis);
    await namespace.replace('sessions-0', 'sessions-1', 'sessions-2');
    await namespace.wait('pods --selector=app.kubernetes.io/name=sessions', 'condition=Ready', 180);
    await namespace.apply((chart) => ask(chart, 'read-after-delete', hosts(sessions), 'get from'));
    expect((await namespace.answerOf('read-after-delete')).trim().split('\n')).toEqual(hosts(sessions));
  });

  test('keeps its data when it is scaled to 0 and back', async () => {
    const sessions = await namespace.apply(redis);
    await namespace.kubectl('scale', 'statefulset/sessions', '--replicas=0');
    await namespace.wait('pods --selector=app.kubernetes.io/name=sessions', 'delete');
    await namespace.kubectl('scale', 'statefulset/sessions', '--replicas=3');
    await namespace.wait('statefulset/sessions', 'jsonpath={.status.readyReplicas}=3', 180);
    await namespace.apply((chart) => ask(chart, 'read-after-scale', hosts(sessions), 'get from'));
    expect((await namespace.answerOf('read-after-scale')).trim().split('\n')).toEqual(hosts(sessions));
  });
});
