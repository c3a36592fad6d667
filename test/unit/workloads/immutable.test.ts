import { isDeepStrictEqual } from 'node:util';
import { Chart, Testing } from 'cdk8s';
import {
  BatchJob,
  NodeAgent,
  StatefulDatabase,
  WebService,
  type BatchJobProps,
  type Env,
  type Mounts,
  type NodeAgentProps,
  type PodProps,
  type Ports,
  type Resources,
  type StatefulDatabaseProps,
  type StorageRetention,
  type WebServiceProps,
  type WorkloadProps,
} from 'cdk8s-workloads';
import * as fc from 'fast-check';

// What the API server lets nobody change must not change by itself: not when an image, a label or a neighbour does.

interface Spec {
  readonly selector?: unknown;
  readonly serviceName?: unknown;
  readonly podManagementPolicy?: unknown;
  readonly volumeClaimTemplates?: unknown;
}

const plain = { noNullPrototype: true };
const labels = fc.dictionary(fc.constantFrom('team', 'tier', 'example.com/owner'), fc.constantFrom('a', 'b'), plain);
const chart = fc.record({ id: fc.constantFrom('shop', 'shop2'), labels }, plain);

/** Props that every workload has, each of which may be given or not. */
const shared = {
  image: fc.constantFrom('postgres:16.4', 'postgres:17.0', 'ghcr.io/shop/db@sha256:' + 'a'.repeat(64)),
  command: fc.array(fc.constantFrom('run', '--fast')),
  env: fc.dictionary(fc.constantFrom('A', 'B'), fc.string(), plain),
  labels,
  podLabels: labels,
  annotations: labels,
  podAnnotations: labels,
  containerName: fc.constantFrom('main', 'other'),
  config: labels.map((files) => ({ mountPath: '/etc/app', files: { a: files.team ?? '' } })),
  mounts: fc.constantFrom<Mounts[]>({}, { '/cache': { emptyDir: {} } }, { '/data2': { secret: { secretName: 's' } } }),
  sidecars: fc.constantFrom<NonNullable<PodProps['sidecars']>[]>({}, { proxy: { image: 'envoyproxy/envoy:v1.31.0' } }),
  resources: fc.constantFrom<Resources[]>({}, { limits: { memory: '1Gi' } }),
  nodeSelector: labels,
  tmp: fc.boolean(),
  group: fc.nat(1000),
  serviceAccount: fc.constantFrom<NonNullable<WorkloadProps['serviceAccount']>[]>('existing', {
    annotations: { a: 'b' },
  }),
  terminationGracePeriodSeconds: fc.integer({ min: 30, max: 99 }),
  permissions: fc.constant({ namespace: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }),
} as const;

const exposed = {
  replicas: fc.integer({ min: 0, max: 5 }),
  ports: fc.constantFrom<Ports[]>({}, { metrics: 9187 }),
  networkPolicy: fc.constantFrom<('anywhere' | 'namespace')[]>('anywhere', 'namespace').map((from) => ({ from })),
  spread: fc.boolean(),
} as const;

describe('the spec of a StatefulSet', () => {
  const storage = { mountPath: '/data', size: '20Gi', labels: { tier: 'gold' } } as const;
  const fixed = { user: 999, podManagementPolicy: 'Parallel' } as const;
  const changing: fc.Arbitrary<Omit<StatefulDatabaseProps, 'user'>> = fc.record(
    {
      ...shared,
      ...exposed,
      port: fc.constantFrom(5432, 6379),
      minReadySeconds: fc.nat(9),
      ordinals: fc.nat(3).map((start) => ({ start })),
      updateStrategy: fc.constantFrom<NonNullable<StatefulDatabaseProps['updateStrategy']>[]>(
        { type: 'OnDelete' },
        { rollingUpdate: { partition: 0 } },
      ),
      podDisruptionBudget: fc.constantFrom<false | { maxUnavailable: number }>(false, { maxUnavailable: 1 }),
      retention: fc.constantFrom<StorageRetention[]>({}, { whenDeleted: 'Delete' }),
      backup: fc.constant({ schedule: '@daily' as const, command: ['dump'] }),
    },
    { requiredKeys: ['image'], ...plain },
  );

  test('has the same claims, service, selector and policy, whatever else changes', () => {
    const immutable = (where: ChartProps, props: Omit<StatefulDatabaseProps, 'user'>): Spec => {
      const { retention, ...rest } = props as typeof props &
        Pick<NonNullable<StatefulDatabaseProps['storage']>, 'retention'>;
      const orders = new StatefulDatabase(inChart(where), 'orders', {
        ...rest,
        ...fixed,
        storage: { ...storage, retention },
      });
      const { selector, serviceName, podManagementPolicy, volumeClaimTemplates } = specOf(orders.statefulSet);
      return { selector, serviceName, podManagementPolicy, volumeClaimTemplates };
    };
    fc.assert(
      fc.property(chart, changing, chart, changing, (where, props, otherWhere, otherProps) => {
        expect(immutable(where, props)).toEqual(immutable(otherWhere, otherProps));
      }),
    );
  });

  test('has claims that only their storage decides', () => {
    const { statefulSet } = new StatefulDatabase(inChart({ id: 'shop', labels: { team: 'a' } }), 'orders', {
      image: 'postgres:16.4',
      labels: { tier: 'b' },
      user: 999,
      storage,
    });
    expect(specOf(statefulSet).volumeClaimTemplates).toEqual([
      {
        metadata: { name: 'data', labels: { tier: 'gold' } },
        spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '20Gi' } } },
      },
    ]);
  });
});

test('the selector of a DaemonSet is the same, whatever changes', () => {
  const changing: fc.Arbitrary<NodeAgentProps> = fc.record(
    { ...shared, nodes: fc.constant('every' as const), host: fc.constant({ reason: 'x', network: true }) },
    { requiredKeys: ['image'], ...plain },
  );
  fc.assert(
    fc.property(chart, changing, (where, props) => {
      const { daemonSet } = new NodeAgent(inChart(where), 'logs', props);
      expect(specOf(daemonSet).selector).toEqual({
        matchLabels: { 'app.kubernetes.io/name': 'logs', 'app.kubernetes.io/component': 'agent' },
      });
    }),
  );
});

test('the selector of a Deployment is the same, whatever changes', () => {
  const changing: fc.Arbitrary<WebServiceProps> = fc.record(
    { ...shared, ...exposed, port: fc.constantFrom(80, 8080), ingress: fc.constant({ host: 'shop.example.com' }) },
    { requiredKeys: ['image', 'port'], ...plain },
  );
  fc.assert(
    fc.property(chart, changing, (where, props) => {
      const { deployment } = new WebService(inChart(where), 'api', props);
      expect(specOf(deployment).selector).toEqual({
        matchLabels: { 'app.kubernetes.io/name': 'api', 'app.kubernetes.io/component': 'web' },
      });
    }),
  );
});

describe('the name of a BatchJob with rerunOnChange', () => {
  const nameOf = (props: BatchJobProps): string =>
    new BatchJob(Testing.chart(), 'migrate', { ...props, rerunOnChange: true }).name;
  const content: fc.Arbitrary<BatchJobProps> = fc.record(
    {
      image: fc.constantFrom('api:1.0.0', 'api:2.0.0'),
      command: fc.constantFrom<string[][]>(['migrate'], ['migrate', 'up']),
      env: fc.constantFrom<Env[]>({ A: '1' }, { A: '2' }),
      config: fc.constantFrom('a', 'b').map((text) => ({ mountPath: '/etc/app', files: { 'a.conf': text } })),
      mounts: fc.constantFrom<Mounts[]>({ '/a': { emptyDir: {} } }, { '/b': { emptyDir: {} } }),
      backoffLimit: fc.constantFrom(1, 2),
      labels: fc.constantFrom<Record<string, string>[]>({ team: 'a' }, { team: 'b' }),
      completion: fc.constantFrom(
        { mode: 'Count' as const, completions: 2 },
        { mode: 'Indexed' as const, completions: 2 },
      ),
    },
    { requiredKeys: ['image'], ...plain },
  );
  const noContent: fc.Arbitrary<Partial<BatchJobProps>> = fc.record(
    {
      annotations: labels,
      suspend: fc.boolean(),
      ttlSecondsAfterFinished: fc.nat(99),
      permissions: shared.permissions,
      automountServiceAccountToken: fc.constant(true),
      overrides: labels.map((all) => ({ job: { metadata: { labels: all, annotations: all } } })),
    },
    { requiredKeys: ['automountServiceAccountToken'], ...plain },
  );

  test('is another when, and only when, what runs is', () => {
    fc.assert(
      fc.property(content, content, noContent, noContent, (one, other, more, less) => {
        const same = nameOf({ ...one, ...more }) === nameOf({ ...other, ...less });
        expect(same).toBe(isDeepStrictEqual(one, other));
      }),
      { numRuns: 500 },
    );
  });

  test('is the same when its props are written in another order', () => {
    fc.assert(
      fc.property(content, (props) => {
        const mounts = { '/a': { emptyDir: {} }, '/b': { secret: { secretName: 's', optional: true } } };
        const config = { mountPath: '/etc/app', files: { a: '1', b: '2' } };
        const ports = { http: 80, https: { containerPort: 443, protocol: 'TCP' as const } };
        const all: BatchJobProps = { ...props, mounts, config, ports };
        expect(nameOf(reversed(all) as BatchJobProps)).toBe(nameOf(all));
      }),
    );
  });

  test('is another when variables change places, because one may refer to the other', () => {
    const image = 'api:1.0.0';
    expect(nameOf({ image, env: { A: '1', B: '$(A)' } })).not.toBe(nameOf({ image, env: { B: '$(A)', A: '1' } }));
  });

  test('is another when an override changes what runs', () => {
    const overrides = { job: { spec: { template: { spec: { hostname: 'migrate' } } } } };
    expect(nameOf({ image: 'api:1.0.0', overrides })).not.toBe(nameOf({ image: 'api:1.0.0' }));
  });

  test('ends in eight hexadecimal digits, and the Job has it', () => {
    const migrate = new BatchJob(Testing.chart(), 'migrate', { image: 'api:1.0.0', rerunOnChange: true });
    expect(migrate.name).toMatch(/^migrate-[0-9a-f]{8}$/);
    expect(migrate.job.name).toBe(migrate.name);
  });
});

interface ChartProps {
  readonly id: string;
  readonly labels: Record<string, string>;
}

function inChart({ id, labels }: ChartProps): Chart {
  return new Chart(Testing.app(), id, { namespace: 'shop', labels });
}

function specOf(object: { toJson(): unknown }): Spec {
  return (object.toJson() as { readonly spec: Spec }).spec;
}

/** The same with the keys of all its maps the other way round. */
function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}
