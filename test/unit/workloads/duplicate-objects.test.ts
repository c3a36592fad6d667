import { Chart, Testing } from 'cdk8s';
import { BatchJob, DuplicateObjectError, KubernetesObject, NodeAgent, StatefulDatabase } from 'cdk8s-workloads';
import { shop } from '../refusal';

const image = 'ghcr.io/shop/api:2.3.1';

describe('two constructs that make one object', () => {
  test('are an error that names both and the object', () => {
    const chart = shop();
    new BatchJob(chart, 'first', { image, name: 'migrate' });
    const again = (): unknown => new BatchJob(chart, 'second', { image, name: 'migrate' });
    expect(again).toThrow(
      '"shop/second/ServiceAccount" makes ServiceAccount shop/migrate, which "shop/first/ServiceAccount" makes already: ' +
        'give one of them another name or namespace; what goes to different clusters belongs in different Apps',
    );
  });

  test('are an error with a code, the key and the paths', () => {
    const chart = shop();
    new KubernetesObject(chart, 'a', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' } });
    const again = (): unknown =>
      new KubernetesObject(chart, 'b', { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' } });
    expect(again).toThrow(
      expect.objectContaining({
        constructor: DuplicateObjectError,
        name: 'DuplicateObjectError',
        code: 'DUPLICATE_OBJECT',
        key: 'apps/Deployment shop/api',
        paths: ['shop/a', 'shop/b'],
      }) as Error,
    );
  });

  test('are an error across charts of one namespace', () => {
    const app = Testing.app();
    new StatefulDatabase(new Chart(app, 'one', { namespace: 'shop' }), 'orders', { image, user: 999, port: 1 });
    const two = new Chart(app, 'two', { namespace: 'shop' });
    const again = (): unknown =>
      new KubernetesObject(two, 'client', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'orders' } });
    expect(again).toThrow('"two/client" makes Service shop/orders, which "one/orders/Service" makes already');
  });

  test('are an error for objects of the whole cluster, whatever the namespaces', () => {
    const app = Testing.app();
    const manifest = { apiVersion: 'scheduling.k8s.io/v1', kind: 'PriorityClass', value: 1 } as const;
    new KubernetesObject(new Chart(app, 'one', { namespace: 'one' }), 'high', manifest);
    const again = (): unknown => new KubernetesObject(new Chart(app, 'two', { namespace: 'two' }), 'high', manifest);
    expect(again).toThrow('"two/high" makes scheduling.k8s.io/PriorityClass high, which "one/high" makes already');
  });
});

describe('objects of one name', () => {
  test('may come one after the other', () => {
    const chart = shop();
    const make = (): unknown => new NodeAgent(chart, 'logs', { image });
    make();
    chart.node.tryRemoveChild('logs');
    expect(make).not.toThrow();
    expect(make).toThrow();
  });

  test('may be in two namespaces', () => {
    const app = Testing.app();
    for (const namespace of ['one', 'two']) new NodeAgent(new Chart(app, namespace, { namespace }), 'logs', { image });
    expect(app.charts).toHaveLength(2);
  });

  test('may be of two kinds', () => {
    const chart = shop();
    new KubernetesObject(chart, 'a', { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'api' } });
    new KubernetesObject(chart, 'b', { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'api' } });
    expect(Testing.synth(chart)).toHaveLength(2);
  });

  test('may be in two apps', () => {
    for (const app of [Testing.app(), Testing.app()]) {
      const chart = new Chart(app, 'shop', { namespace: 'shop' });
      expect(new BatchJob(chart, 'migrate', { image }).name).toBe('migrate');
    }
  });
});
