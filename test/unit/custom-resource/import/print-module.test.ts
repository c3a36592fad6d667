import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { definitionProblems } from '../../../../src/crd/definition-problems';
import { printModule } from '../../../../src/custom-resource/import/print-module';
import { readDefinition } from '../../../../src/custom-resource/import/read-definition';
import type { CustomResourceDefinition, JSONSchemaProps } from '../../../../src/manifest/kubernetes';
import { meaning } from './meaning';
import { definitions } from './random-definition';
import { Route } from './routes';
import { runModule } from './run-module';

const read = (file: string): string => readFileSync(join(__dirname, file), 'utf8');
const routes = readDefinition(read('routes.yaml'));

// Write it anew with: npx tsx --tsconfig tsconfig.check.json src/cli/main.ts import test/unit/custom-resource/import/routes.yaml -o test/unit/custom-resource/import/routes.ts
test('routes.yaml becomes routes.ts', () => {
  expect(printModule(routes)).toBe(read('routes.ts'));
});

test('the definition of routes.ts means what routes.yaml means', () => {
  expect(meaning(Route.definition)).toEqual(meaning(routes));
});

const accepted = definitions.filter((definition) =>
  definitionProblems(definition).every(({ severity }) => severity !== 'error'),
);

test('whatever a definition says, that of its module means the same', () => {
  const check = (definition: CustomResourceDefinition): void => {
    expect(meaning(runModule(printModule(definition)).definition)).toEqual(meaning(definition));
  };
  fc.assert(fc.property(accepted, check), { numRuns: 50 });
});

test('prettier has nothing to change in a module', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modules-'));
  fc.sample(accepted, { numRuns: 20, seed: 1 }).forEach((definition, index) => {
    writeFileSync(join(folder, `${index}.ts`), printModule(definition));
  });
  // prettier is an ES module, which a test cannot import.
  const prettier = join(dirname(require.resolve('prettier/package.json')), 'bin/prettier.cjs');
  const options = ['--no-config', '--print-width=120', '--single-quote', '--list-different', folder];
  const { stdout, stderr } = spawnSync(process.execPath, [prettier, ...options], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stdout + stderr).toBe('');
});

/** A definition of this spec and these names. */
function box(spec: JSONSchemaProps, names: object = {}, kind = 'Box'): CustomResourceDefinition {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'boxes.example.com' },
    spec: {
      group: 'example.com',
      names: { kind, plural: 'boxes', ...names },
      scope: 'Namespaced',
      versions: [
        {
          name: 'v1',
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: 'object', properties: { spec } } },
        },
      ],
    },
  };
}

test('a subresource of which nothing is described is kept', () => {
  const { spec, ...rest } = box({ type: 'string' });
  const versions = spec.versions.map((version) => ({ ...version, subresources: { status: {} } }));
  const definition = { ...rest, spec: { ...spec, versions } };
  expect(printModule(definition)).toContain('status: z.never()');
  expect(meaning(runModule(printModule(definition)).definition)).toEqual(meaning(definition));
});

test.each([
  ['a letter that nobody sees', { type: 'string', enum: ['a\u{e0041}b'] }],
  [
    '__proto__',
    {
      type: 'object',
      additionalProperties: { type: 'string' },
      default: JSON.parse('{"__proto__":"x","a":"b"}') as object,
    },
  ],
] as const)('%s is kept', (_what, spec) => {
  const definition = box(spec);
  expect(meaning(runModule(printModule(definition)).definition)).toEqual(meaning(definition));
});

test('what is said of the metadata is kept', () => {
  const { spec, ...rest } = box({ type: 'string' });
  const metadata = {
    type: 'object',
    properties: { name: { type: 'string', maxLength: 9 }, generateName: { type: 'string', maxLength: 4 } },
  };
  const schema = {
    openAPIV3Schema: { type: 'object', properties: { kind: { type: 'string', enum: ['Box'] }, metadata } },
  };
  const definition = { ...rest, spec: { ...spec, versions: spec.versions.map((version) => ({ ...version, schema })) } };
  const [version] = runModule(printModule(definition)).definition.spec.versions;
  expect(version?.schema).toEqual(schema);
});

const string: JSONSchemaProps = { type: 'string' };
const large = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`field${index}`, string]));

test.each<[string, CustomResourceDefinition, RegExp]>([
  [
    'names that are the usual ones are left out',
    box(string, { singular: 'box', listKind: 'BoxList' }),
    /kind: 'Box',\n {2}plural: 'boxes',\n {2}versions/,
  ],
  [
    'a part that occurs twice is a constant',
    box({
      type: 'object',
      properties: { a: { type: 'object', properties: large }, b: { type: 'object', properties: large } },
    }),
    /a: a\.optional\(\), b: a\.optional\(\)|a: a\.optional\(\)/,
  ],
  ['a spec of many fields is a constant', box({ type: 'object', properties: large }), /^const boxSpec = z\.object/m],
  [
    'a constant is not called like a keyword',
    box({ type: 'object', properties: { class: { type: 'object', properties: large } } }),
    /^const class2 = /m,
  ],
  [
    'a constant is not called like a helper',
    box({ type: 'object', properties: { format: { type: 'object', properties: large } } }),
    /^const format2 = /m,
  ],
  [
    'a constant of a field with dashes is in camel case',
    box({ type: 'object', properties: { 'a-big.one': { type: 'object', properties: large } } }),
    /^const aBigOne = /m,
  ],
  [
    'the kind is not a constant of its own',
    box({ type: 'object', properties: { box: { type: 'object', properties: large } } }, {}, 'box'),
    /^const box2 = [^]*^export const box = /m,
  ],
  [
    'the kind is not called like a helper',
    box({ type: 'string' }, {}, 'format'),
    /^export const formatResource = customResource\(\{\n {2}group: 'example\.com',\n {2}kind: 'format'/m,
  ],
  [
    'only what is used is imported',
    box({ type: 'integer', format: 'int32', description: 'listMap(z.int64())' }),
    /^import \{ customResource, int32 \} from 'cdk8s-workloads\/custom-resource';\n\nexport/m,
  ],
  ['a text with quotes has the other quotes', box({ ...string, description: "it's" }), /describe\("it's"\)/],
])('%s', (_, definition, expected) => {
  expect(printModule(definition)).toMatch(expected);
});

test.each<[JSONSchemaProps, string]>([
  [{ ...string, pattern: '^a/b$' }, 'z.string().regex(/^a\\/b$/)'],
  [{ ...string, pattern: '^[^a]{2}$' }, 'z.string().regex(/^[^a]{2}$/u)'],
  [{ ...string, pattern: '(?i)a' }, "matching(z.string(), { pattern: '(?i)a' })"],
  [{ ...string, format: 'date-time' }, 'time()'],
  [{ ...string, enum: ['a'], nullable: true }, "matching(z.enum(['a']), { nullable: true })"],
  [{ ...string, nullable: true }, 'z.string().nullable()'],
  [{ type: 'integer', format: 'int32', maximum: 2 ** 32 }, "matching(z.int().max(4294967296), { format: 'int32' })"],
  [{ type: 'integer', enum: [1, 2] }, 'z.literal([1, 2])'],
  [{ type: 'boolean', enum: [true] }, 'z.literal(true)'],
  [
    { 'x-kubernetes-int-or-string': true, allOf: [{ anyOf: [{ type: 'integer' }, { type: 'string' }] }] },
    'intOrString()',
  ],
  [{ 'x-kubernetes-preserve-unknown-fields': true, nullable: true }, 'z.unknown()'],
  [
    { type: 'object', additionalProperties: true },
    "matching(z.unknown(), { type: 'object', additionalProperties: true })",
  ],
  [{ type: 'array', items: string, 'x-kubernetes-list-type': 'atomic' }, 'atomic(z.array(z.string()))'],
  [
    { type: 'object', properties: { a: { ...string, default: 'x' } }, default: {} },
    "z.object({ a: z.string().default('x') }).prefault({})",
  ],
])('%j is %s', (schema, expected) => {
  const definition = box({ type: 'object', properties: { it: schema }, required: ['it'] });
  expect(printModule(definition).replace(/\n\s*/g, ' ').replace(/,? \}/g, ' }')).toContain(expected);
});
