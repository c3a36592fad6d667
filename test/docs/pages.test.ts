import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { App, WebService } from 'cdk8s-workloads';
import { compile, run, withClaims } from './snippets';

const ROOT = join(__dirname, '../..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');

const PRELUDE = `
import { Chart, Cron, JsonPatch } from 'cdk8s';
import { App, BatchJob, KubernetesObject, NodeAgent, ScheduledJob, StatefulDatabase, WebService } from 'cdk8s-workloads';
const app = new App();
const chart = new Chart(app, 'test', { namespace: 'shop' });
`;

interface Block {
  readonly language: string;
  readonly line: number;
  readonly text: string;
}

const blocks = codeBlocks(README);
const hello = textOf('ts');
const [, heading = '', codeLines, yamlLines] = /^## ((\d+) lines for (\d+))$/m.exec(README) ?? [];

const PAGES = ['README.md', ...readdirSync(join(ROOT, 'docs')).map((name) => `docs/${name}`)];

const snippets = compile(
  PAGES.flatMap((page) =>
    codeBlocks(readFileSync(join(ROOT, page), 'utf8'))
      .filter(({ language }) => language === 'ts')
      .map(({ line, text }) => ({ title: `${page}:${line}`, code: withClaims(text, PRELUDE) })),
  ),
);

let outdir: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'readme-'));
  process.env.CDK8S_OUTDIR = outdir;
});
afterAll(() => {
  delete process.env.CDK8S_OUTDIR;
  rmSync(outdir, { recursive: true });
});

describe.each(snippets)('$title', (snippet) => {
  test('compiles', () => {
    expect(snippet.problems).toEqual([]);
  });

  test('runs, and what its comments say is true', () => {
    run(snippet, require);
  });
});

describe(`"${heading}"`, () => {
  test('shows the first example', () => {
    const example = readFileSync(join(ROOT, 'examples/01-hello/main.ts'), 'utf8');
    expect(hello).toBe(example.replace(/^\/\/.*\n/, ''));
  });

  test('shows the YAML that the example makes', () => {
    expect(textOf('yaml')).toBe(readFileSync(join(outdir, 'hello.k8s.yaml'), 'utf8'));
  });

  test('counts the lines of both', () => {
    const nonEmpty = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length;
    expect([Number(codeLines), Number(yamlLines)]).toEqual([nonEmpty(hello), nonEmpty(textOf('yaml'))]);
    expect(README).toContain(`<summary>The ${yamlLines ?? ''} lines of YAML`);
  });

  test('shows the error that a wrong port makes', () => {
    const chart = new Chart(new App(), 'hello', { namespace: 'hello' });
    // The compiler would not let it through.
    const port = 8081 as 8080;
    const probes = { readiness: { httpGet: { path: '/healthz', port } } };
    const make = () => new WebService(chart, 'hello', { image: 'ghcr.io/example/hello:1.4.2', port: 8080, probes });
    expect(make).toThrow(textOf('text').trimEnd());
  });
});

/** The first block of a language. */
function textOf(language: string): string {
  return blocks.find((block) => block.language === language)?.text ?? '';
}

function codeBlocks(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(({ 1: language = '', 2: text = '', index }) => ({
    language,
    line: markdown.slice(0, index).split('\n').length,
    text,
  }));
}
