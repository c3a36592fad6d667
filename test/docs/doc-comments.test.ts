import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  examplesOf,
  exportsOf,
  hasDocComment,
  publicMethods,
  reexportsOf,
  type Example,
  type Exported,
} from './doc-comments';
import { compile, run, withClaims } from './snippets';
import { sourceFiles } from '../source-files';

const files = sourceFiles();
const declared = [...files.values()].flatMap(exportsOf);
const entry = [...files.values()].filter(({ fileName }) => fileName === 'index.ts').flatMap(reexportsOf);
const isPublic = ({ name, file }: Exported): boolean =>
  entry.some((exported) => exported.name === name && exported.file === file);

describe('the main entry', () => {
  test('exports only what its files declare', () => {
    expect(declared.filter(isPublic)).toHaveLength(entry.length);
  });

  test('has a doc comment for all that it exports', () => {
    const bare = declared.filter(isPublic).filter(({ node }) => !hasDocComment(node));
    expect(bare.map(({ file, name }) => `${file} ${name}`)).toEqual([]);
  });

  test('has a doc comment for every public method', () => {
    const bare = declared.filter(isPublic).flatMap((each) =>
      publicMethods(each)
        .filter((method) => !hasDocComment(method))
        .map((method) => `${each.name}.${method.name?.getText() ?? ''}`),
    );
    expect(bare).toEqual([]);
  });
});

const examples = declared.flatMap(examplesOf);
const snippets = compile(examples.map((example) => ({ title: example.title, code: codeOf(example) })));

let outdir: string;
beforeAll(() => {
  outdir = mkdtempSync(join(tmpdir(), 'doc-comments-'));
  process.env.CDK8S_OUTDIR = outdir;
});
afterAll(() => {
  delete process.env.CDK8S_OUTDIR;
  rmSync(outdir, { recursive: true });
});

describe.each(snippets)('the example of $title', (snippet) => {
  test('compiles', () => {
    expect(snippet.problems).toEqual([]);
  });

  test('runs, and what its comments say is true', () => {
    run(snippet, require);
  });
});

test('every @example stands at an exported declaration, where it is checked', () => {
  const written = [...files.values()].flatMap(({ text }) => text.match(/^\s*(\/\*)?\*+ @example\b/gm) ?? []);
  expect(examples).toHaveLength(written.length);
});

/** An example that is a value has the type of what it documents; all others are statements. */
function codeOf({ text, type, file }: Example): string {
  const isValue = /^[{['"\d]/.test(text);
  return withClaims(isValue ? `const example: ${type} = ${text};` : text, prelude(file));
}

/** All that the package exports, what the file exports beside it, and what an app has that uses them. */
function prelude(file: string): string {
  const internal = declared.filter((each) => each.file === file && !entry.some(({ name }) => name === each.name));
  return `
import { Chart, Cron, JsonPatch } from 'cdk8s';
import { ${entry.map(({ name }) => name).join(', ')} } from 'cdk8s-workloads';
import { ${internal.map(({ name }) => name).join(', ')} } from '../../src/${file.replace(/\.ts$/, '')}';
class ShopChart extends Chart {}
const app = new App();
const chart = new Chart(app, 'test', { namespace: 'shop' });
const others = new Chart(new App(), 'others', { namespace: 'shop' });
const api = new WebService(others, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080 });
const orders = new StatefulDatabase(others, 'orders', { image: 'postgres:16.4', user: 999, port: 5432 });
`;
}
