import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './terminal';

const ROUTES = join(__dirname, '../custom-resource/import/routes.yaml');
const routes = readFileSync(ROUTES, 'utf8');
const widgets = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: widgets.example.com }
spec:
  group: example.com
  names: { kind: Widget, plural: widgets }
  scope: Cluster
  versions:
    - { name: v1, served: true, storage: true, schema: { openAPIV3Schema: { type: object } } }
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('each definition becomes a file of the folder, which is made', async () => {
  const output = join(folder, 'some/where');
  const { code, printed } = await runProgram(['import', ROUTES, '-', '--output', output], widgets);
  expect(readdirSync(output)).toEqual(['routes.net.shop.example.com.ts', 'widgets.example.com.ts']);
  expect(printed).toBe(
    `${join(output, 'routes.net.shop.example.com.ts')}: Route\n${join(output, 'widgets.example.com.ts')}: Widget\n`,
  );
  expect(code).toBe(0);
});

test('what is a file is no folder to write to', async () => {
  const output = join(folder, 'taken');
  writeFileSync(output, '');
  const { code, complained } = await runProgram(['import', ROUTES, '--output', output]);
  expect([code, complained]).toEqual([2, expect.stringContaining(`cannot write "${output}`)]);
});

test('a file of several documents is read, and what is no definition in it left alone', async () => {
  const file = join(folder, 'bundle.yaml');
  writeFileSync(file, `kind: Namespace\n---\n${routes}\n---\n${widgets}`);
  await runProgram(['import', file, '-o', folder]);
  expect(readdirSync(folder).filter((name) => name.endsWith('.ts'))).toHaveLength(2);
});

test('an output that ends in .ts is a file, which is written over', async () => {
  const output = join(folder, 'route.ts');
  writeFileSync(output, 'old');
  const { code } = await runProgram(['import', ROUTES, '-o', output]);
  expect(readFileSync(output, 'utf8')).toContain('export const Route = customResource({');
  expect(code).toBe(0);
});

test('the output - is the standard output, and has nothing but the module', async () => {
  const { printed } = await runProgram(['import', '-', '--output=-'], widgets);
  expect(printed).toMatch(/^\/\/ widgets\.example\.com, [^]*\}\);\n$/);
});

test.each<[string, readonly string[], number, string]>([
  [
    'two definitions for one file',
    ['import', ROUTES, '-', '-o', 'x.ts'],
    2,
    '--output "x.ts" is one file for 2 definitions: give a folder',
  ],
  [
    'a definition that is there twice',
    ['import', ROUTES, ROUTES],
    1,
    `${ROUTES}: routes.net.shop.example.com is there twice`,
  ],
  ['a file that is not there', ['import', 'nothing.yaml'], 2, 'cannot read "nothing.yaml": there is no such file'],
  ['a folder', ['import', __dirname], 2, `cannot read "${__dirname}": it is a folder: give the files in it`],
  [
    'a file without a definition',
    ['import', join(__dirname, 'terminal.ts')],
    1,
    `${join(__dirname, 'terminal.ts')}: the document `,
  ],
])('%s is refused, without a stack', async (_, args, expected, mistake) => {
  const { code, printed, complained } = await runProgram(args, widgets);
  expect(complained).toContain(`cdk8s-workloads: ${mistake}`);
  expect(complained).not.toMatch(/^ +at /m);
  expect([code, printed]).toEqual([expected, '']);
});

test('the help says how each code comes about, and how an ES module imports', async () => {
  const { printed } = await runProgram(['import', '--help']);
  expect(printed).toMatch(/^Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 /m);
  expect(printed).toContain("from './imports/crontabs.stable.example.com.js';");
});

test('nothing is written when one definition of several is wrong', async () => {
  const { code, complained } = await runProgram(
    ['import', ROUTES, '-', '-o', folder],
    widgets.replace('Cluster', 'Clusters'),
  );
  expect(complained).toContain('spec.scope');
  expect([code, readdirSync(folder)]).toEqual([1, []]);
});
