import { Chart, Testing } from 'cdk8s';
import { BatchJob, StatefulDatabase, WebService, type NetworkAccess } from 'cdk8s-workloads';
import { shop } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';
const itself = podSelector('orders', 'database');
const db = { port: 5432 };
const metrics = { port: 9187 };

const specOf = (networkPolicy: NetworkAccess | undefined, chart = shop()): unknown => {
  const ports = { db: 5432, metrics: 9187 };
  const orders = new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, ports, networkPolicy });
  return (orders.networkPolicy?.toJson() as { readonly spec: unknown }).spec;
};

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
