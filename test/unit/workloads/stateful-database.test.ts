import { Testing } from 'cdk8s';
import { OrdinalOutOfRangeError, StatefulDatabase } from 'cdk8s-workloads';
import { refusal, shop, unchecked } from '../refusal';

const base = { image: 'postgres:16.4', user: 999 };
const refusalOf = (props: object): string =>
  refusal((chart) => new StatefulDatabase(chart, 'orders', unchecked({ ...base, port: 5432, ...props })));

describe('a StatefulDatabase', () => {
  test.each([
    [
      'has a user',
      { user: undefined },
      'user is missing: give the numeric id that the image runs as, such as 999 for postgres',
    ],
    ['has whole replicas', { replicas: 1.5 }, 'replicas 1.5 is not a whole number from 0'],
    ['has replicas that are a number', { replicas: Number('three') }, 'replicas NaN is not a whole number from 0'],
    ['has replicas that are no string', { replicas: '3' }, 'replicas "3" is a string: write the number 3'],
    ['begins to count at 0 or later', { ordinals: { start: -1 } }, 'ordinals.start -1 is not a whole number from 0'],
    ['waits whole seconds', { minReadySeconds: -1 }, 'minReadySeconds -1 is not a whole number from 0'],
    ['keeps whole revisions', { revisionHistoryLimit: -1 }, 'revisionHistoryLimit -1 is not a whole number from 0'],
    [
      'has a rolling update only when it rolls',
      { updateStrategy: { type: 'OnDelete', rollingUpdate: { partition: 1 } } },
      'updateStrategy.rollingUpdate stands beside type "OnDelete": leave one of them out',
    ],
    [
      'has a partition from 0',
      { updateStrategy: { rollingUpdate: { partition: -1 } } },
      'updateStrategy.rollingUpdate.partition -1 is not a whole number from 0',
    ],
    [
      'has a partition among its pods',
      { replicas: 3, updateStrategy: { rollingUpdate: { partition: 4 } } },
      'updateStrategy.rollingUpdate.partition 4 is beyond the last pod, 2: use 3 to update none',
    ],
    [
      'has a partition among its pods, wherever they begin',
      { replicas: 3, ordinals: { start: 5 }, updateStrategy: { rollingUpdate: { partition: 9 } } },
      'updateStrategy.rollingUpdate.partition 9 is beyond the last pod, 7: use 8 to update none',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`StatefulDatabase "shop/orders": ${problem}`);
  });
});

describe('the Service of a StatefulDatabase', () => {
  const untranslated = (prop: string, reason: string): string =>
    `${prop} is not what the pods listen on, and ${reason} nothing translates it: leave it out for 5432`;

  test.each([
    [
      'has the ports of the pods, when it has no address',
      { service: { clusterIP: 'None', port: 80 } },
      untranslated('service.port 80', 'without a cluster IP'),
    ],
    [
      'has no port when there is none',
      { port: undefined, service: false, ports: { db: { containerPort: 5432, port: 80 } } },
      untranslated('ports.db.port 80', 'with service: false'),
    ],
    [
      'has a port',
      { port: undefined, service: { port: 80 } },
      'service has nothing to show: give port, or ports that are not for the pods alone',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`StatefulDatabase "shop/orders": ${problem}`);
  });

  const portsOf = (props: object): unknown => {
    const { service, headlessService } = new StatefulDatabase(shop(), 'orders', unchecked({ ...base, ...props }));
    return [service, headlessService].map((each) => (each?.toJson() as { spec: { ports?: object[] } }).spec.ports);
  };

  test('alone translates ports: the headless one shows those of the pods', () => {
    expect(portsOf({ port: 5432, service: { port: 80 } })).toEqual([
      [{ name: 'db', port: 80, targetPort: 'db' }],
      [{ name: 'db', port: 5432, targetPort: 'db' }],
    ]);
  });

  test('has its port for the first port that is not for the pods alone', () => {
    const service = { port: 80, type: 'NodePort', nodePort: 30001 };
    const shown = [{ name: 'b', port: 80, targetPort: 'b', nodePort: 30001 }];
    expect(portsOf({ service, ports: { a: { containerPort: 1, service: false }, b: 2 } })).toEqual([
      shown,
      [{ name: 'b', port: 2, targetPort: 'b' }],
    ]);
    const sidecars = { proxy: { image: 'envoyproxy/envoy:v1.35.0', ports: { b: 2 } } };
    expect(portsOf({ service, sidecars })).toEqual([shown, [{ name: 'b', port: 2, targetPort: 'b' }]]);
  });
});

describe('the storage of a StatefulDatabase', () => {
  const storage = { mountPath: '/data', size: '20Gi' };
  const labelHow = 'use letters, digits, "-", "_" and ".", and begin and end with a letter or digit';
  test.each([
    [
      'has a size with a unit of Kubernetes',
      { storage: { ...storage, size: '10GB' } },
      'storage.size "10GB" has the unit "GB": write "10G" (10^9) or "10Gi" (2^30)',
    ],
    [
      'has a size',
      { storage: { ...storage, size: '20m' } },
      'storage.size "20m" is not even a byte: write the size with its unit, such as "20Gi"',
    ],
    [
      'has a volume of more than a few bytes',
      { storage: { ...storage, size: 20 } },
      'storage.size 20 is 20 bytes: write the unit, such as "20Gi"',
    ],
    [
      'is at an absolute path',
      { storage: { ...storage, mountPath: 'data' } },
      'storage.mountPath "data" is not absolute: write "/data"',
    ],
    [
      'has a folder inside of the volume',
      { storage: { ...storage, subPath: '/pgdata' } },
      'storage.subPath "/pgdata" is absolute: write it from the root of the volume, "pgdata"',
    ],
    [
      'has a name that is a DNS label',
      { storage: { ...storage, name: 'pg_data' } },
      'storage.name "pg_data" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "pg-data"',
    ],
    [
      'has an access mode',
      { storage: { ...storage, accessModes: [] } },
      'storage.accessModes are empty: leave them out for ReadWriteOnce',
    ],
    [
      'has no access mode beside ReadWriteOncePod',
      { storage: { ...storage, accessModes: ['ReadWriteOncePod', 'ReadWriteOnce'] } },
      'storage.accessModes have others beside ReadWriteOncePod: it stands alone',
    ],
    [
      'has labels that can exist',
      { storage: { ...storage, labels: { 'a b': '' } } },
      `storage.labels "a b" is not the name of a label: ${labelHow}`,
    ],
    [
      'has values of labels that can exist',
      { storage: { ...storage, labels: { a: '-' } } },
      `storage.labels.a "-" is not a label value: ${labelHow}`,
    ],
    [
      'is checked when it is more',
      { additionalStorage: { wal: { mountPath: '/wal', size: 'much' } } },
      'additionalStorage.wal.size "much" is not a quantity: write a number and nothing, or one of n, u, m, k, M, G, T, P, E, Ki, Mi, Gi, Ti, Pi, Ei, such as "500m" or "20Gi"',
    ],
    [
      'has names that are DNS labels when it is more',
      { additionalStorage: { 'pg.wal': { mountPath: '/wal', size: '1Gi' } } },
      'additionalStorage "pg.wal" is not a DNS label: use lower-case letters, digits and "-", and begin and end with a letter or digit, such as "pg-wal"',
    ],
    [
      'has names of its own',
      { storage, additionalStorage: { data: { mountPath: '/more', size: '1Gi' } } },
      'additionalStorage "data" is the name of the volume of storage: take another',
    ],
    [
      'is not called like the config files',
      { storage: { ...storage, name: 'config' }, config: { mountPath: '/etc/db', files: {} } },
      'storage.name "config" is the name of the volume of the config files: take another',
    ],
    [
      'is not called like a volume of the user',
      { storage, volumes: { data: { emptyDir: {} } } },
      'volumes "data" is a volume that the construct makes: take another name',
    ],
    [
      'is at paths of its own',
      { storage, additionalStorage: { wal: { mountPath: '/data/', size: '1Gi' } } },
      'additionalStorage.wal.mountPath "/data/" is where storage is mounted: take another path',
    ],
    [
      'is not where the config files are',
      { storage, config: { mountPath: '/data', files: {} } },
      'storage.mountPath "/data" is where config is mounted: take another path',
    ],
    [
      'is not where something else is',
      { storage, mounts: { '/data': { emptyDir: {} } } },
      'mounts "/data" is where storage is mounted: take another path',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf(props)).toBe(`StatefulDatabase "shop/orders": ${problem}`);
  });
});

describe('the disruption budget', () => {
  test.each([
    ['has a bound', {}, 'podDisruptionBudget needs one of maxUnavailable and minAvailable'],
    [
      'has one bound',
      { maxUnavailable: 1, minAvailable: 1 },
      'podDisruptionBudget needs one of maxUnavailable and minAvailable',
    ],
    [
      'lets a pod go',
      { maxUnavailable: 0 },
      'podDisruptionBudget.maxUnavailable 0 lets no pod go, and so no node be drained: allow one',
    ],
    [
      'does not keep all pods',
      { minAvailable: '100%' },
      'podDisruptionBudget.minAvailable "100%" lets no pod go, and so no node be drained: allow one',
    ],
    [
      'does not keep as many pods as there are',
      { minAvailable: 3 },
      'podDisruptionBudget.minAvailable 3 lets no pod go, and so no node be drained: allow one',
    ],
    [
      'counts',
      { maxUnavailable: '1' },
      'podDisruptionBudget.maxUnavailable "1" is a string without "%": write the number 1, or "1%"',
    ],
    [
      'is no more than everything',
      { maxUnavailable: '110%' },
      'podDisruptionBudget.maxUnavailable "110%" is more than everything: use at most "100%"',
    ],
  ])('%s', (_sentence, podDisruptionBudget, problem) => {
    expect(refusalOf({ replicas: 3, podDisruptionBudget })).toBe(`StatefulDatabase "shop/orders": ${problem}`);
  });
});

describe('the backup of a StatefulDatabase', () => {
  const backup = { schedule: '@daily', command: ['dump'] };
  test.each([
    [
      'has a volume of a size',
      { volume: { mountPath: '/backup', size: '50GB' } },
      'backup.volume.size "50GB" has the unit "GB": write "50G" (10^9) or "50Gi" (2^30)',
    ],
    [
      'has a volume at an absolute path',
      { volume: { mountPath: 'backup', size: '50Gi' } },
      'backup.volume.mountPath "backup" is not absolute: write "/backup"',
    ],
    [
      'has nothing else where its volume is',
      { volume: { mountPath: '/backup', size: '50Gi' }, mounts: { '/backup/': { emptyDir: {} } } },
      'backup.mounts "/backup" is where backup.volume is mounted: take another path',
    ],
  ])('%s', (_sentence, props, problem) => {
    expect(refusalOf({ backup: { ...backup, ...props } })).toBe(`StatefulDatabase "shop/orders": ${problem}`);
  });

  test('has a name that is short enough for a CronJob', () => {
    const name = 'n'.repeat(46);
    const problem = `backup "${name}-backup" has 53 characters; the name of a CronJob holds 52, because its Jobs are named by it and 11 characters more: shorten it`;
    expect(refusalOf({ name, backup })).toBe(`StatefulDatabase "shop/orders": ${problem}`);
    expect(refusalOf({ name: 'n'.repeat(45), backup })).toBe('');
  });

  test('has its schedule checked by the name that its author gave it', () => {
    expect(refusalOf({ backup: { ...backup, schedule: '0 0 31 2 *', timeZone: 'KST' } })).toBe(
      [
        'StatefulDatabase "shop/orders" has 2 problems:',
        '  backup.schedule "0 0 31 2 *" never runs: no month that it names has such a day',
        '  backup.timeZone "KST" is an abbreviation, not a time zone: name a place, such as "Asia/Seoul"',
      ].join('\n'),
    );
  });
});

describe('podHost()', () => {
  test.each([
    ['a negative ordinal', {}, -1, 'there is no pod -1; its pods are 0 to 2: raise replicas, or ask for one of these'],
    [
      'an ordinal past the last',
      {},
      3,
      'there is no pod 3; its pods are 0 to 2: raise replicas, or ask for one of these',
    ],
    ['a fraction', {}, 0.5, 'there is no pod 0.5; its pods are 0 to 2: raise replicas, or ask for one of these'],
    [
      'an ordinal before the first',
      { ordinals: { start: 10 } },
      0,
      'there is no pod 0; its pods are 10 to 12: raise replicas, or ask for one of these',
    ],
    ['a pod of none', { replicas: 0 }, 0, 'there is no pod 0; it has no pods (replicas is 0)'],
  ])('refuses %s', (_sentence, props, ordinal, problem) => {
    const orders = new StatefulDatabase(shop(), 'orders', { ...base, replicas: 3, ...props });
    const ask = (): string => orders.podHost(ordinal);
    expect(ask).toThrow(OrdinalOutOfRangeError);
    expect(ask).toThrow(`StatefulDatabase "shop/orders": ${problem}`);
    expect(ask).toThrow(
      expect.objectContaining({ code: 'ORDINAL_OUT_OF_RANGE', name: 'OrdinalOutOfRangeError' }) as Error,
    );
  });

  test('names each pod', () => {
    const orders = new StatefulDatabase(shop(), 'orders', { ...base, replicas: 2, ordinals: { start: 3 } });
    expect([orders.podHost(3), orders.podHost(4)]).toEqual([
      'orders-3.orders-pods.shop.svc',
      'orders-4.orders-pods.shop.svc',
    ]);
  });
});

test('host, port and url say where a database is', () => {
  const orders = new StatefulDatabase(shop(), 'orders', { ...base, ports: { pg: { containerPort: 5432, port: 80 } } });
  expect([orders.host, orders.port, orders.url('postgres', '/shop')]).toEqual([
    'orders.shop.svc',
    80,
    'postgres://orders.shop.svc:80/shop',
  ]);
  const cache = new StatefulDatabase(Testing.chart(), 'cache', base);
  expect([cache.host, cache.port, cache.url('redis')]).toEqual(['cache-pods', undefined, 'redis://cache-pods']);
});

describe('the headless Service of a database', () => {
  const members = { headlessServiceName: 'orders-members' };

  test('is called as headlessServiceName says, wherever it is named', () => {
    const orders = new StatefulDatabase(shop(), 'orders', { ...base, ...members });
    const { serviceName } = (orders.statefulSet.toJson() as { readonly spec: { readonly serviceName: string } }).spec;
    expect([orders.headlessService.name, serviceName, orders.host, orders.podHost(0)]).toEqual([
      'orders-members',
      'orders-members',
      'orders-members.shop.svc',
      'orders-0.orders-members.shop.svc',
    ]);
  });

  test.each([
    [
      'Members',
      /^StatefulDatabase "shop\/orders": headlessServiceName "Members" is not a DNS label that begins with a letter: /,
    ],
    ['orders', /: headlessServiceName "orders" is the name of the Service for clients: take another$/],
  ])('is not called %s', (headlessServiceName, problem) => {
    expect(refusalOf({ headlessServiceName })).toMatch(problem);
  });

  test('may have the name of the database when there is no other', () => {
    expect(refusalOf({ headlessServiceName: 'orders', service: false })).toBe('');
    expect(refusalOf({ headlessServiceName: 'orders', service: { name: 'clients' } })).toBe('');
  });
});

test('StatefulDatabase.podHost() gives the name that a pod has in its namespace', () => {
  expect(StatefulDatabase.podHost('kafka', 2)).toBe('kafka-2.kafka-pods');
  expect(StatefulDatabase.podHost('kafka', 2, { headlessServiceName: 'brokers' })).toBe('kafka-2.brokers');
});

describe('a backup', () => {
  const jobOf = (props: object): object => {
    const backup = { schedule: '@daily', command: ['dump'], ...props } as const;
    const privilege = { reason: 'the image runs as root', root: true };
    const orders = new StatefulDatabase(shop(), 'orders', { ...base, user: 0, group: 5, privilege, backup });
    const { spec } = orders.backup?.cronJob.toJson() as {
      readonly spec: { readonly jobTemplate: { readonly spec: { readonly template: { readonly spec: object } } } };
    };
    return spec.jobTemplate.spec.template.spec;
  };

  test('runs as the user and the ServiceAccount that it says', () => {
    expect(jobOf({ user: 1000, serviceAccount: 'to-bucket' })).toMatchObject({
      serviceAccountName: 'to-bucket',
      securityContext: { runAsNonRoot: true, runAsUser: 1000, runAsGroup: 1000, fsGroup: 1000 },
    });
  });

  test('runs as the database when it says nothing', () => {
    expect(jobOf({})).toMatchObject({
      serviceAccountName: 'orders-backup',
      securityContext: { runAsGroup: 5 },
      containers: [{ securityContext: { runAsUser: 0 } }],
    });
  });
});
