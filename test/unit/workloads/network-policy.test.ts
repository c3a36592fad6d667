import { Chart, Testing } from 'cdk8s';
import { BatchJob, ScheduledJob, StatefulDatabase, WebService, type NetworkAccess } from 'cdk8s-workloads';
import { refusal, shop } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const itself = podSelector('orders', 'database');
const db = { port: 5432 };
const metrics = { port: 9187 };

const specOf = (networkPolicy: NetworkAccess | undefined, chart = shop()): unknown => {
  const ports = { db: 5432, metrics: 9187 };
  const orders = new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, ports, networkPolicy });
  return (orders.networkPolicy?.toJson() as { readonly spec: unknown }).spec;
};

test('a port and a label may be called as something that every object has', () => {
  const ports = { constructor: 8080, metrics: 9187 };
  const props = {
    image,
    user: 999,
    ports,
    networkPolicy: { from: 'anywhere' },
  } as const;
  const { networkPolicy } = new StatefulDatabase(shop(), 'orders', props);
  expect(networkPolicy?.toJson()).toMatchObject({ spec: { ingress: [{ ports: [{ port: 8080 }, metrics] }, {}] } });
  const labelled = { ...props, labels: { constructor: 'us' } };
  expect(refusal((chart) => new StatefulDatabase(chart, 'orders', labelled))).toBe('');
});

describe('the network policy of a workload', () => {
  test.each<[string, NetworkAccess | undefined, unknown[]]>([
    [
      'lets the namespace in, by default of a database',
      undefined,
      [{ ports: [db, metrics], from: [{ podSelector: {} }] }],
    ],
    ['lets everybody in', { from: 'anywhere' }, [{ ports: [db, metrics] }]],
    ['lets nobody in', { from: [] }, []],
    [
      'lets in whom Kubernetes can describe',
      { from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] },
      [{ ports: [db, metrics], from: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }],
    ],
    [
      'lets others in at a port of its own',
      { ports: { metrics: 'anywhere' } },
      [{ ports: [db], from: [{ podSelector: {} }] }, { ports: [metrics] }],
    ],
    ['lets nobody in at a port of its own', { from: 'anywhere', ports: { metrics: [] } }, [{ ports: [db] }]],
  ])('%s, and its own pods', (_sentence, access, ingress) => {
    expect(specOf(access)).toEqual({
      podSelector: itself.podSelector,
      policyTypes: ['Ingress'],
      ingress: [...ingress, { from: [itself] }],
    });
  });

  test('lets its pods out to those of a list, to each other and to DNS', () => {
    expect(specOf({ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] })).toMatchObject({
      policyTypes: ['Ingress', 'Egress'],
      egress: [
        { to: [itself, { ipBlock: { cidr: '10.0.0.0/8' } }] },
        {
          ports: [
            { port: 53, protocol: 'UDP' },
            { port: 53, protocol: 'TCP' },
          ],
        },
      ],
    });
  });

  test('knows a workload by its labels, and by its namespace when that is another', () => {
    const app = Testing.app();
    const chartOf = (namespace: string): Chart => new Chart(app, namespace, { namespace });
    const chart = chartOf('shop');
    const near = new WebService(chart, 'api', { image, port: 8080 });
    const far = new BatchJob(chartOf('jobs'), 'report', { image });
    const namespaceSelector = { matchLabels: { 'kubernetes.io/metadata.name': 'jobs' } };
    expect(specOf({ from: [near, far] }, chart)).toMatchObject({
      ingress: [{ from: [podSelector('api', 'web'), { ...podSelector('report', 'job'), namespaceSelector }] }, {}],
    });
  });

  test('lets the backup in, whoever else may', () => {
    const backup = { schedule: '@daily', command: ['dump'] } as const;
    const orders = new StatefulDatabase(shop(), 'orders', {
      image: 'postgres:16.4',
      user: 999,
      port: 5432,
      backup,
      networkPolicy: { from: [] },
    });
    expect(orders.networkPolicy?.toJson()).toMatchObject({
      spec: { ingress: [{ ports: [db], from: [podSelector('orders-backup', 'job')] }, { from: [itself] }] },
    });
  });

  test('lets others in at a port that no Service shows', () => {
    const sidecars = { proxy: { image, ports: { admin: { containerPort: 9901, service: false } } } } as const;
    const ports = { metrics: { containerPort: 9090, service: false } } as const;
    const networkPolicy = { ports: { metrics: 'namespace', admin: 'anywhere' } } as const;
    const api = new WebService(shop(), 'api', { image, port: 8080, ports, sidecars, networkPolicy });
    const rules = [
      { ports: [{ port: 8080 }] },
      { ports: [{ port: 9090 }], from: [{ podSelector: {} }] },
      { ports: [{ port: 9901 }] },
      { from: [podSelector('api', 'web')] },
    ];
    expect(api.networkPolicy?.toJson()).toMatchObject({ spec: { ingress: rules } });
    expect(api.service?.toJson()).toMatchObject({ spec: { ports: [{ name: 'http' }] } });
  });

  test('knows no port that is not declared', () => {
    const networkPolicy = { ports: { metrcs: 'anywhere' } } as const;
    const make = (chart: Chart) => new WebService(chart, 'api', { image, port: 8080, networkPolicy });
    expect(refusal(make)).toBe(
      'WebService "shop/api": networkPolicy.ports "metrcs" is not declared: add it to ports, or use 8080 ("http")',
    );
  });

  test('is made for a job that asks for one, and lets nobody in', () => {
    const networkPolicy = { to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] };
    const job = new BatchJob(shop(), 'job', { image, networkPolicy, rerunOnChange: true });
    const report = new ScheduledJob(shop(), 'job', { schedule: '@daily', job: { image, networkPolicy } });
    const policy = {
      metadata: { name: 'job' },
      spec: {
        policyTypes: ['Ingress', 'Egress'],
        ingress: [{ from: [podSelector('job', 'job')] }],
        egress: [{ to: [podSelector('job', 'job'), ...networkPolicy.to] }, {}],
      },
    };
    expect(job.networkPolicy?.toJson()).toMatchObject(policy);
    expect(report.networkPolicy?.toJson()).toMatchObject(policy);
  });

  test('of a job can be overridden when there is one', () => {
    const overrides = { networkPolicy: { metadata: { labels: { a: 'b' } } } };
    const make = (networkPolicy: NetworkAccess | false) => (chart: Chart) =>
      new BatchJob(chart, 'job', { image, networkPolicy, overrides });
    expect(refusal(make({ to: 'anywhere' }))).toBe('');
    expect(refusal(make(false))).toBe(
      'BatchJob "shop/job": overrides.networkPolicy is for an object that is not made: give networkPolicy',
    );
  });

  test('is not made when there is to be none', () => {
    const api = new WebService(shop(), 'api', { image, port: 8080, networkPolicy: false });
    expect(api.networkPolicy).toBeUndefined();
  });
});

function podSelector(name: string, component: string): { readonly podSelector: object } {
  return {
    podSelector: { matchLabels: { 'app.kubernetes.io/name': name, 'app.kubernetes.io/component': component } },
  };
}
