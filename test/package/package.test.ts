import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toYaml } from '../../src/manifest/yaml';
import { ManagedRedis } from '../../src/redis';
import { esModuleProject, filesOf, pack, typescriptApp, type Project } from './project';

const MAIN = `
import { Chart, type ChartProps } from 'cdk8s';
import { App, BatchJob, KubernetesObject, NodeAgent, ScheduledJob, StatefulDatabase, WebService } from 'cdk8s-workloads';
import { Construct } from 'constructs';

export class MyChart extends Chart {
  constructor(scope: Construct, id: string, props: ChartProps = {}) {
    super(scope, id, props);
    const orders = new StatefulDatabase(this, 'orders', {
      image: 'postgres:16.4',
      user: 999,
      port: 5432,
      storage: { mountPath: '/var/lib/postgresql/data', size: '20Gi' },
    });
    new WebService(this, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, env: { DATABASE: orders.host } });
    new BatchJob(this, 'migrate', { image: 'ghcr.io/shop/api:2.3.1', command: ['migrate'] });
    new ScheduledJob(this, 'report', { schedule: '@daily', job: { image: 'ghcr.io/shop/report:1.9.0' } });
    new NodeAgent(this, 'logs', { image: 'fluent/fluent-bit:4.0.0' });
    new KubernetesObject(this, 'web', { apiVersion: 'v1', kind: 'Namespace' });
  }
}

const app = new App();
new MyChart(app, 'shop', { namespace: 'shop' });
app.synth();
`;

const BACKUP = `
import { App, Chart } from 'cdk8s';
import { customResource, importCustomResource, int32, type ObjectOf } from 'cdk8s-workloads/custom-resource';
import { z } from 'zod';

const Backup = customResource({
  group: 'shop.example.com',
  kind: 'Backup',
  versions: { v1: { spec: z.object({ schedule: z.string(), keep: int32().min(1).default(7) }) } },
});

export function keepOf(backup: ObjectOf<typeof Backup>): number {
  return backup.spec.keep;
}

const app = new App();
const chart = new Chart(app, 'backup', { namespace: 'shop' });
new Backup.Definition(chart, 'definition');
new Backup(chart, 'orders', { spec: { schedule: '@daily' } });
const again = importCustomResource(JSON.stringify(Backup.definition));
new again(chart, 'users', { spec: { schedule: '@weekly' } });
app.synth();
`;

const CACHE = `
import { App, Chart } from 'cdk8s';
import { ManagedRedis } from './imports/cloud.com';

const chart = new Chart(new App(), 'shop');
new ManagedRedis(chart, 'cache', { spec: { image: 'redis:7.0', replica: 3 } });
console.log(chart.toJson().map(({ kind }) => 'kind: ' + kind).join());
`;

const MAIN_TEST = `
import { Testing } from 'cdk8s';
import { MyChart } from './main';

test('the chart has a StatefulSet', () => {
  const manifests = Testing.synth(new MyChart(Testing.app(), 'test-chart'));
  expect(manifests.map(({ kind }) => kind)).toContain('StatefulSet');
});
`;

const tarball = pack();

describe('the tarball', () => {
  const files = filesOf(tarball);

  test('holds the compiled library, its types and its papers, and nothing else', () => {
    const others = files.filter((file) => !/^dist\/(src|imports)\/.*(\.js|\.d\.ts)$/.test(file));
    expect(others.sort()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/imports/kubernetes/table.json',
      'docs/custom-resources.md',
      'docs/rules.md',
      'docs/validate.md',
      'package.json',
    ]);
    expect(files).toEqual(
      expect.arrayContaining([
        ...['dist/src/index.js', 'dist/src/index.d.ts', 'dist/imports/kubernetes/types.d.ts', 'dist/src/cli.js'],
        ...['dist/src/custom-resource.js', 'dist/src/custom-resource.d.ts'],
      ]),
    );
  });

  // Half of it are the rules of validation and the table of the built-in kinds.
  test('is at most 600 KB', () => {
    expect(statSync(tarball).size).toBeLessThan(600_000);
  });
});

describe('in the project that "cdk8s init typescript-app" makes', () => {
  let project: Project;
  beforeAll(() => {
    project = typescriptApp(tarball, { 'main.ts': MAIN, 'main.test.ts': MAIN_TEST });
  });

  test('it compiles with the types of the library checked too', () => {
    expect(project.run('npm', 'run', 'compile')).not.toContain('error');
  });

  test('its tests pass', () => {
    project.run('npm', 'test');
  });

  test('"cdk8s synth" writes its manifests', () => {
    expect(project.run('npm', 'run', 'synth')).toContain('dist/shop.k8s.yaml');
    expect(project.read('dist/shop.k8s.yaml')).toContain('kind: StatefulSet');
  });

  test('"cdk8s synth" writes them as a helm chart', () => {
    project.run('npx', 'cdk8s', 'synth', '--format', 'helm', '--chart-version', '1.0.0', '--output', 'chart');
    expect(project.read('chart/Chart.yaml')).toContain('1.0.0');
    expect(project.read('chart/templates/shop.k8s.yaml')).toContain('kind: StatefulSet');
  });

  test('"cdk8s import" reads the definitions that are made here', () => {
    writeFileSync(join(project.folder, 'redis.yaml'), toYaml([ManagedRedis.definition]));
    project.run('npx', 'cdk8s', 'import', 'redis.yaml', '--no-save');
    writeFileSync(join(project.folder, 'cache.ts'), CACHE);
    project.run('npx', 'tsc', '--strict', '--skipLibCheck', '--target', 'es2022', '--module', 'commonjs', 'cache.ts');
    expect(project.run('node', 'cache.js')).toContain('kind: ManagedRedis');
  });
});

describe('in an ES module project with the oldest peers', () => {
  const tsconfig = {
    compilerOptions: {
      strict: true,
      module: 'nodenext',
      target: 'es2022',
      outDir: 'out',
      skipLibCheck: false,
      types: ['node'],
    },
  };
  let project: Project;
  beforeAll(() => {
    project = esModuleProject(tarball, {
      'main.ts': MAIN,
      'backup.ts': BACKUP,
      'tsconfig.json': JSON.stringify(tsconfig),
    });
  });

  test('it compiles, runs and writes its manifests', () => {
    project.run('npx', 'tsc');
    project.run('node', 'out/main.js');
    expect(project.read('dist/shop.k8s.yaml')).toContain('kind: StatefulSet');
    project.run('node', 'out/backup.js');
    expect(project.read('dist/backup.k8s.yaml')).toContain('kind: CustomResourceDefinition');
  });

  test('its program is there', () => {
    expect(project.run('npx', 'cdk8s-workloads', '--help')).toContain('import');
  });

  test.each([
    ['bundler', 'esnext'],
    ['node10', 'commonjs'],
    ['node16', 'node16'],
  ])('its types are found with moduleResolution %s', (moduleResolution, module) => {
    project.run('npx', 'tsc', '--noEmit', '--moduleResolution', moduleResolution, '--module', module);
  });
});
