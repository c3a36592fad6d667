import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { printModule } from '../../src/custom-resource/import/print-module';
import { readDefinition } from '../../src/custom-resource/import/read-definition';
import { EXAMPLES, examples, run, synthesize } from './synthesize';

interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
}

test.concurrent.each(examples())(
  '%s writes a file named after its chart, and if it defines kinds one before it, to be applied first',
  async (example) => {
    const files = await synthesize(example);
    const file = `${example.replace(/^\d+-/, '')}.k8s.yaml`;
    const names = Object.keys(files);
    expect(names).toEqual(names.length === 1 ? [file] : ['0000-definitions.k8s.yaml', `0001-${file}`]);
    for (const [name, yaml] of Object.entries(files)) {
      for (const { apiVersion, kind, metadata } of manifests(yaml)) {
        expect([typeof apiVersion, typeof kind, typeof metadata?.name]).toEqual(['string', 'string', 'string']);
        expect(kind === 'CustomResourceDefinition').toBe(name === '0000-definitions.k8s.yaml');
      }
    }
  },
  60_000,
);

describe('what a program of an example makes of the objects of that example, as kubectl gives them', () => {
  test('agenda.ts of 09-todo lists them by date, with the default priority', async () => {
    const todos = await objectsOf('09-todo', 'ch20.kiamol.net/v1');
    expect(await run('09-todo/agenda.ts', listOf(todos))).toBe(
      '2026-12-24T18:00:00+09:00: Finish chapter 20 (ch20, high)\nsome day: Look into chapter 21 (ch21, normal)\n',
    );
  }, 60_000);

  test('agenda.ts says what is wrong with one that is no Todo', async () => {
    const [todo] = await objectsOf('09-todo', 'ch20.kiamol.net/v1');
    const broken = { ...todo, spec: { item: '', priority: 'urgent' } };
    await expect(run('09-todo/agenda.ts', listOf([broken]))).rejects.toThrow(/spec\.item.*spec\.priority/s);
  }, 60_000);

  test('render.ts of 10-user gives the children of each', async () => {
    const users = await objectsOf('10-user', 'ch20.kiamol.net/v1');
    const { items } = JSON.parse(await run('10-user/render.ts', listOf(users))) as { readonly items: Manifest[] };
    expect(items.filter(({ kind }) => kind === 'Secret').map(({ metadata }) => metadata?.name)).toEqual([
      'sre3-token',
      'sre4-token',
      'tester3-token',
    ]);
  }, 60_000);
});

test('mysql-cluster.ts of 12-todo-list-operators is what "cdk8s-workloads import" writes', () => {
  const [crd, written] = ['mysql-cluster.crd.yaml', 'mysql-cluster.ts'].map((file) =>
    readFileSync(join(EXAMPLES, '12-todo-list-operators', file), 'utf8'),
  );
  expect(printModule(readDefinition(crd))).toBe(written);
});

test('the examples are numbered like a course, without gaps', () => {
  const numbers = examples().map((example) => /^(\d\d)-[a-z-]+$/.exec(example)?.[1]);
  expect(numbers).toEqual(examples().map((_, index) => String(index + 1).padStart(2, '0')));
});

test('the first example has at most 20 lines', () => {
  const hello = readFileSync(join(EXAMPLES, '01-hello/main.ts'), 'utf8');
  expect(hello.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
});

test.each(examples())('%s begins by saying what it shows', (example) => {
  expect(readFileSync(join(EXAMPLES, example, 'main.ts'), 'utf8')).toMatch(/^\/\/ [A-Z].+[.:]\n/);
});

test('cdk8s.yaml synthesizes the shop, beside the compiled package and not over it', () => {
  const root = join(EXAMPLES, '..');
  const { app, output } = parse(readFileSync(join(root, 'cdk8s.yaml'), 'utf8')) as Readonly<Record<string, string>>;
  const [main = ''] = /examples\/\S+/.exec(app ?? '') ?? [];
  expect([main, existsSync(join(root, main))]).toEqual(['examples/08-shop/main.ts', true]);
  expect(output).toBe('dist/manifests');
});

function manifests(yaml: string): readonly Manifest[] {
  return parseAllDocuments(yaml).map((document) => document.toJS() as Manifest);
}

/** The objects of one version that an example writes. */
async function objectsOf(example: string, apiVersion: string): Promise<readonly Manifest[]> {
  const all = Object.values(await synthesize(example)).flatMap(manifests);
  return all.filter((manifest) => manifest.apiVersion === apiVersion);
}

function listOf(items: readonly Manifest[]): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}
