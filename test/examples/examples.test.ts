import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { EXAMPLES, examples, synthesize } from './synthesize';

interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly metadata?: { readonly name?: string };
}

test.concurrent.each(examples())(
  '%s writes one file, named after its chart',
  async (example) => {
    const files = await synthesize(example);
    expect(Object.keys(files)).toEqual([`${example.replace(/^\d+-/, '')}.k8s.yaml`]);
    for (const { apiVersion, kind, metadata } of Object.values(files).flatMap(manifests)) {
      expect([typeof apiVersion, typeof kind, typeof metadata?.name]).toEqual(['string', 'string', 'string']);
    }
  },
  60_000,
);

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
