import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../unit/cli/terminal';

const PAGE = readFileSync(join(__dirname, '../../docs/validate.md'), 'utf8');
const FILE = 'k8s/api.yaml';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-page-'));
  mkdirSync(join(folder, 'k8s'));
  writeFileSync(join(folder, FILE), blockAfter(`This is \`${FILE}\``));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function printed(output: string): Promise<string> {
  const outcome = await runProgram(['validate', join(folder, 'k8s'), '--output', output]);
  return outcome.printed.replaceAll(`file://${folder}/`, '').replaceAll(`${folder}/`, '');
}

test.each([
  ['text', '`npx cdk8s-workloads validate k8s` prints'],
  ['github', '`--output github` marks'],
])('the page shows what --output %s prints', async (output, before) => {
  expect(await printed(output)).toBe(blockAfter(before));
});

test('the page shows the first issue that --output json prints', async () => {
  const { documents, issues } = JSON.parse(await printed('json')) as { documents: number; issues: readonly unknown[] };
  expect(JSON.parse(blockAfter('`--output json` has'))).toEqual({ documents, issues: issues.slice(0, 1) });
});

test('the page shows the first result that --output sarif prints', async () => {
  const { runs } = JSON.parse(await printed('sarif')) as { runs: readonly { results: readonly unknown[] }[] };
  expect(JSON.parse(blockAfter('`--output sarif` is'))).toEqual(runs[0]?.results[0]);
});

test('the page shows what is said of kinds without a definition', async () => {
  const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\n';
  const namespaces = ['a', 'b'].map((name) => `---\napiVersion: v1\nkind: Namespace\nmetadata: {name: ${name}}\n`);
  const outcome = await runProgram(['validate'], [widget, ...namespaces].join(''));
  expect(outcome.printed).toBe(blockAfter('the last line of the text says which these are'));
});

/** The first block of code after a text. */
function blockAfter(text: string): string {
  expect(PAGE).toContain(text);
  const [, block = ''] = /^```\w+\n([^]*?)^```$/m.exec(PAGE.slice(PAGE.indexOf(text))) ?? [];
  return block;
}
