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

interface EntryPoint {
  /** `cdk8s-workloads/redis` */
  readonly module: string;
  readonly file: string;
  readonly exports: ReturnType<typeof reexportsOf>;
}

/** A file of `src` itself is an entry point: `redis.ts` is `cdk8s-workloads/redis`. */
const entryPoints = [...files.values()]
  .filter(({ fileName }) => !fileName.includes('/'))
  .map((source): EntryPoint => {
    const file = source.fileName;
    const module = file === 'index.ts' ? 'cdk8s-workloads' : `cdk8s-workloads/${file.replace(/\.ts$/, '')}`;
    return { module, file, exports: reexportsOf(source) };
  });

describe.each(entryPoints)('$module', ({ exports }) => {
  const isPublic = ({ name, file }: Exported): boolean =>
    exports.some((exported) => exported.name === name && exported.file === file);

  test('exports only what its files declare', () => {
    expect(
      declared
        .filter(isPublic)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(exports.map(({ name }) => name).sort());
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

/** What the examples of custom resources are about. */
const TODO = `
const Todo = customResource({
  group: 'shop.example.com',
  kind: 'Todo',
  versions: { v1: { spec: z.object({ item: z.string() }) } },
});
const released = Todo.definition;
`;

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

/** All that the main entry and the file's own entry export, what the file exports beside it, and what an app has that uses them. */
function prelude(file: string): string {
  const own = entryOf(file);
  const main = entryPoints.find((entry) => entry.file === 'index.ts') ?? own;
  const fromMain = main.exports.filter(({ name }) => own === main || !own.exports.some((each) => each.name === name));
  const published = [...fromMain, ...own.exports];
  const internal = declared.filter((each) => each.file === file && !published.some(({ name }) => name === each.name));
  const names = (exports: readonly { readonly name: string }[]): string => exports.map(({ name }) => name).join(', ');
  return `
import { Chart, Cron, JsonPatch } from 'cdk8s';
import { z } from 'zod';
import { ${names(fromMain)} } from 'cdk8s-workloads';
${own === main ? '' : `import { ${names(own.exports)} } from '${own.module}';`}
import { ${names(internal)} } from '../../src/${file.replace(/\.ts$/, '')}';
${own.file === 'custom-resource.ts' ? TODO : ''}
class ShopChart extends Chart {}
const app = new App();
const chart = new Chart(app, 'test', { namespace: 'shop' });
const others = new Chart(new App(), 'others', { namespace: 'shop' });
const api = new WebService(others, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080 });
const orders = new StatefulDatabase(others, 'orders', { image: 'postgres:16.4', user: 999, port: 5432 });
`;
}

/** The entry point that exports from the file, the main one first; else the one that is called like the file's folder. */
function entryOf(file: string): EntryPoint {
  const [folder = ''] = file.split('/');
  const named = folder === 'crd' ? 'custom-resource.ts' : `${folder}.ts`;
  const byFile = entryPoints.filter(({ exports }) => exports.some((exported) => exported.file === file));
  const main = entryPoints.find((entry) => entry.file === 'index.ts') as EntryPoint; // There is one.
  if (byFile.includes(main)) return main;
  return byFile[0] ?? entryPoints.find((entry) => entry.file === named) ?? main;
}
