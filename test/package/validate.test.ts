import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toYaml } from '../../src/manifest/yaml';
import { pack, typescriptApp, type Project } from './project';

/** An app of plain cdk8s, which does not validate what it writes. Its port is the argument. */
const MAIN = `
import { ApiObject, App, Chart } from 'cdk8s';

const app = new App();
const chart = new Chart(app, 'shop');
const spec = { ports: [{ port: Number(process.argv[2]) }] };
new ApiObject(chart, 'api', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'api' }, spec });
app.synth();
`;

const CONFIG = `
language: typescript
app: npx ts-node main.ts
validations:
  - package: ./node_modules/cdk8s-workloads
    version: 0.1.0
    class: ManifestValidation
`;

let project: Project;
beforeAll(() => {
  project = typescriptApp(pack(), { 'main.ts': MAIN, 'cdk8s.yaml': CONFIG });
});

interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
}

function run(...args: readonly string[]): Outcome {
  const env = { ...process.env, CDK8S_CHECK_UPGRADE: 'false' };
  return spawnSync('npx', args, { cwd: project.folder, encoding: 'utf8', env, maxBuffer: 2 ** 28 });
}

describe('as a plugin of cdk8s-cli', () => {
  const synth = (port: number): Outcome =>
    run(
      'cdk8s',
      'synth',
      '--validate',
      '--app',
      `npx ts-node main.ts ${port}`,
      '--validation-reports-output-file',
      `${port}.json`,
    );

  test('it fails a synth that the API server would refuse, with the construct', () => {
    const { status, stdout } = synth(0);
    expect(stdout).toContain('port-number (1 occurrences)');
    expect(JSON.parse(project.read('0.json'))).toMatchObject({
      reports: [
        {
          summary: { status: 'failure', metadata: { errors: '1', warnings: '0' } },
          violations: [
            {
              ruleName: 'port-number',
              violatingConstructs: [
                { constructPath: 'shop/api', resourceName: 'api', locations: ['Service: spec.ports[0].port'] },
              ],
            },
          ],
        },
      ],
    });
    expect(status).toBe(2);
  });

  test('it passes one that is right', () => {
    const { status, stdout } = synth(80);
    expect(stdout).toContain('Validations ended succesfully');
    expect(status).toBe(0);
  });
});

describe('as a program', () => {
  const service = (name: string, port: number): object => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name },
    spec: { ports: [{ port }] },
  });

  test('it reads many files in threads, and a large report reaches a pipe whole', () => {
    const folder = join(project.folder, 'many');
    mkdirSync(folder);
    // Large enough for a second thread.
    for (let file = 0; file < 50; file++) {
      const services = Array.from({ length: 600 }, (_, index) => service(`s-${file}-${index}`, index === 599 ? 0 : 80));
      writeFileSync(join(folder, `${file}.yaml`), toYaml(services));
    }
    const { status, stdout } = run('cdk8s-workloads', 'validate', 'many', '--output', 'json');
    const { documents, issues } = JSON.parse(stdout) as {
      documents: number;
      issues: { file: string; object: object }[];
    };
    expect([status, documents, issues.length]).toEqual([1, 30_000, 50]);
    for (const { file, object } of issues) {
      expect(object).toHaveProperty('name', `s-${/\d+/.exec(file)?.[0]}-599`);
    }
  });

  test('it ends with 0 when nothing is wrong', () => {
    writeFileSync(join(project.folder, 'good.yaml'), toYaml([service('api', 80)]));
    expect(run('cdk8s-workloads', 'validate', 'good.yaml')).toMatchObject({
      status: 0,
      stdout: 'no issues in 1 document of 1 file\n',
    });
  });
});
