import { ApiObject, Chart, Testing } from 'cdk8s';
import { App, BatchJob, KubernetesObject, WebService } from 'cdk8s-workloads';
import { toBeValid } from 'cdk8s-workloads/testing';

expect.extend({ toBeValid });

function shop(): Chart {
  return new Chart(new App(), 'shop', { namespace: 'shop' });
}

function addBrokenService(chart: Chart): void {
  new ApiObject(chart, 'broken', {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'broken' },
    spec: { ports: [{ port: 0 }] },
  });
}

/** What the matcher says when it fails. */
function failureOf(check: () => void): string {
  try {
    check();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('it did not fail');
}

test('an app and its charts are valid', () => {
  const chart = shop();
  new WebService(chart, 'web', { image: 'ghcr.io/example/web:1.0.0', port: 8080 });
  expect(chart).toBeValid();
  expect(chart.node.root).toBeValid({ warnings: 'refuse' });
});

test('it says what is wrong, and where it comes from', () => {
  const chart = shop();
  addBrokenService(chart);
  expect(failureOf(() => expect(chart).toBeValid())).toBe(
    `expected valid manifests, found 1 error:
Service shop/broken (shop/broken)
  error    spec.ports[0].port 0 is not a port: give a number from 1 to 65535 [port-number]`,
  );
});

test('of an app only the chart that is asked about is judged', () => {
  const app = new App();
  addBrokenService(new Chart(app, 'shop-2', { namespace: 'shop' }));
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  expect(chart).toBeValid();
  expect(app).not.toBeValid();
});

test('what is in another chart is there', () => {
  const app = new App();
  new KubernetesObject(new Chart(app, 'settings', { namespace: 'shop' }), 'settings', {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    data: { level: 'info' },
  });
  const chart = new Chart(app, 'jobs', { namespace: 'shop' });
  const image = 'ghcr.io/example/job:1.0.0';
  const job = (name: string, key: string): BatchJob =>
    new BatchJob(chart, name, { image, env: { LEVEL: { configMapKeyRef: { name: 'settings', key } } } });
  job('good', 'level');
  expect(chart).toBeValid({ warnings: 'refuse' });
  job('bad', 'levl');
  expect(chart).toBeValid();
  expect(failureOf(() => expect(chart).toBeValid({ warnings: 'refuse' }))).toContain('[missing-key]');
  expect(chart).toBeValid({ warnings: 'refuse', rules: { 'missing-key': 'off' } });
});

test("manifests are judged as they are, and so are those of cdk8s's Testing", () => {
  const chart = Testing.chart();
  addBrokenService(chart);
  expect(chart).not.toBeValid();
  expect(Testing.synth(chart)).not.toBeValid();
  expect({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' } }).toBeValid();
  expect([]).toBeValid();
});

test('not.toBeValid() says that nothing was found', () => {
  expect(failureOf(() => expect([]).not.toBeValid())).toBe('expected the manifests not to be valid, and found nothing');
});

test.each([
  [undefined, 'toBeValid() got undefined: give an App, a Chart or manifests'],
  [null, 'toBeValid() got null: give an App, a Chart or manifests'],
  ['kind: Service', 'toBeValid() got a string: give an App, a Chart or manifests'],
])('%p is refused', (value, message) => {
  expect(() => expect(value).toBeValid()).toThrow(message);
});

test('a construct that is no chart is refused', () => {
  const web = new WebService(shop(), 'web', { image: 'ghcr.io/example/web:1.0.0', port: 8080 });
  expect(() => expect(web).toBeValid()).toThrow(
    'toBeValid() got the construct "shop/web": give the chart that it is in',
  );
});

test('options that are not known are refused', () => {
  expect(() => toBeValid([], { warnings: 'error' as 'refuse' })).toThrow(
    'toBeValid: warnings "error" is not known: give',
  );
  expect(() => toBeValid([], { rulez: {} } as object)).toThrow('toBeValid: rulez is not known: did you mean "rules"');
  expect(() => toBeValid([], { warning: 'refuse' } as object)).toThrow(
    'toBeValid: warning is not known: did you mean "warnings"',
  );
});
