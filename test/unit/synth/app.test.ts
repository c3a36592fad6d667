import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App as Cdk8sApp, Chart } from 'cdk8s';
import { App } from '../../../src/synth/app';
import { manifestsOf } from '../../../src/synth/manifests-of';

let folder: string;
const environment = process.env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'app-test-'));
  process.env = { ...environment };
});

afterEach(() => {
  process.env = environment;
  rmSync(folder, { recursive: true });
});

test('App.synth() writes a file a chart, fields in the order in which people write them', () => {
  const app = new App({ outdir: folder, validation: 'off' });
  thing(new Chart(app, 'shop', { namespace: 'web' }), 'b', { spec: { script: 'a\nb\n', b: 1, a: ['yes'] } });
  app.synth();
  expect(readFileSync(join(folder, 'shop.k8s.yaml'), 'utf8')).toBe(`apiVersion: v1
kind: Thing
metadata:
  name: b
  namespace: web
spec:
  a:
    - "yes"
  b: 1
  script: |
    a
    b
`);
});

test('App.synth() keeps the order in which fields were set when CDK8S_DISABLE_SORT is set', () => {
  process.env.CDK8S_DISABLE_SORT = 'yes';
  const app = new App({ validation: 'off' });
  thing(new Chart(app, 'shop'), 'b', { zoo: 1, spec: { b: 1, a: 2 } });
  expect(app.synthYaml()).toBe('apiVersion: v1\nkind: Thing\nmetadata:\n  name: b\nzoo: 1\nspec:\n  b: 1\n  a: 2\n');
});

test('App.synth() writes nothing when one object of many cannot be rendered', () => {
  const outdir = join(folder, 'new');
  const app = new App({ outdir, validation: 'off' });
  thing(new Chart(app, 'good'), 'a', {});
  thing(new Chart(app, 'bad'), 'b', { at: new Date() });
  expect(() => app.synth()).toThrow('Thing "bad/b": at: ');
  expect(existsSync(outdir)).toBe(false);
});

test('App.synth() lets the files of an earlier synth stay, as cdk8s does', () => {
  writeFileSync(join(folder, 'old.k8s.yaml'), '');
  const app = new App({ outdir: folder, validation: 'off' });
  new Chart(app, 'new');
  app.synth();
  expect(readdirSync(folder)).toEqual(['new.k8s.yaml', 'old.k8s.yaml']);
});

test('App.synth() does not change the tree', () => {
  const app = new App({ outdir: folder, validation: 'off' });
  const [a, b] = [new Chart(app, 'a'), new Chart(app, 'b')];
  thing(a, 'x', {}).addDependency(b);
  app.synth();
  expect(app.node.findAll().flatMap(({ node }) => node.dependencies)).toEqual([b]);
  expect(app.charts).toEqual([b, a]);
});

test('App reads CDK8S_OUTDIR and CDK8S_RECORD_CONSTRUCT_METADATA, which cdk8s-cli sets', () => {
  process.env.CDK8S_OUTDIR = folder;
  process.env.CDK8S_RECORD_CONSTRUCT_METADATA = 'true';
  const app = new App({ validation: 'off' });
  thing(new Chart(app, 'shop'), 'x', {});
  app.synth();
  expect(readFileSync(join(folder, 'construct-metadata.json'), 'utf8')).toBe(
    '{"version":"1.0.0","resources":{"x":{"path":"shop/x"}}}',
  );
});

test('App runs each validation once, and lists what all of them say in the words of cdk8s', () => {
  const app = new App({ outdir: folder, validation: 'off' });
  const validate = jest.fn(() => ['is wrong', 'and ugly']);
  for (const id of ['a', 'b']) new Chart(app, id).node.addValidation({ validate });
  expect(() => app.synth()).toThrow(
    'Validation failed with the following errors:\n  [a] is wrong\n  [a] and ugly\n  [b] is wrong\n  [b] and ugly',
  );
  expect(validate).toHaveBeenCalledTimes(2);
});

test('App.manifests() gives plain objects, what others depend on first, and writes nothing', () => {
  const app = new App({ outdir: join(folder, 'new'), validation: 'off' });
  const [a, b] = [new Chart(app, 'a', { namespace: 'web' }), new Chart(app, 'b')];
  thing(a, 'x', { spec: { b: 1, a: 2 } }).addDependency(b);
  thing(b, 'y', {});
  expect(app.manifests()).toEqual([
    { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'y' } },
    { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x', namespace: 'web' }, spec: { a: 2, b: 1 } },
  ]);
  expect(existsSync(join(folder, 'new'))).toBe(false);
});

test('App.manifests() leaves out a chart that gives nothing', () => {
  const app = new App({ validation: 'off' });
  const chart = new Chart(app, 'shop');
  Object.assign(chart, { toJson: () => [undefined, { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'z' } }] });
  expect(app.manifests().map(({ metadata }) => metadata.name)).toEqual(['z']);
});

test('manifestsOf() gives the manifests of any cdk8s app, with the construct and chart of each', () => {
  const app = new Cdk8sApp();
  const chart = new Chart(app, 'shop');
  const [x, y] = [thing(chart, 'x', {}), thing(chart, 'y', {})];
  x.addDependency(y);
  const manifest = (name: string): object => ({ apiVersion: 'v1', kind: 'Thing', metadata: { name } });
  expect(manifestsOf(app)).toEqual([
    { chart, construct: y, manifest: manifest('y') },
    { chart, construct: x, manifest: manifest('x') },
  ]);
});

function thing(chart: Chart, name: string, props: object): ApiObject {
  return new ApiObject(chart, name, { apiVersion: 'v1', kind: 'Thing', metadata: { name }, ...props });
}
