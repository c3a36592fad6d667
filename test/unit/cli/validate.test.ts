import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { UNREADABLE_SUMMARY } from '../../../src/cli/validate/report';
import { allRules } from '../../../src/validate/rules/table';
import { runProgram } from './terminal';

const SERVICE = `apiVersion: v1
kind: Service
metadata:
  name: api
spec:
  ports:
    - port: 99999
`;
const NAMESPACE = 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n';
const WARNED = `apiVersion: v1
kind: Pod
metadata: {name: web}
spec: {containers: [{name: web, image: "nginx:latest"}]}
`;
const PORT = 'Service api: spec.ports[0].port 99999 is not a port: give a number from 1 to 65535 [port-number]';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function validate(...args: readonly string[]): ReturnType<typeof runProgram> {
  return runProgram(['validate', ...args]);
}

test('files without a mistake end with 0', async () => {
  write({
    'a.yaml': NAMESPACE,
    'b/c.yml': NAMESPACE.replace('shop', 'two'),
    'b/d.json': '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"d"}}',
  });
  write({
    'b/README.md': '# not a manifest',
    'node_modules/a/package.json': '{}',
    '.github/workflows/ci.yaml': 'on: push',
  });
  expect(await validate(folder)).toEqual({ code: 0, printed: 'no issues in 3 documents of 3 files\n', complained: '' });
});

test('an error ends with 1, and has its file, line and column', async () => {
  write({ 'a.yaml': `${NAMESPACE}---\n${SERVICE}` });
  const { code, printed } = await validate(folder);
  expect(printed).toBe(`${join(folder, 'a.yaml')}\n  11:7     error    ${PORT}\n\n1 error in 2 documents of 1 file\n`);
  expect(code).toBe(1);
});

test('a file is read once, however it is spelled', async () => {
  write({ 'a.yaml': NAMESPACE });
  const spelled = [folder, `${folder}/./a.yaml`, `${folder}/../${basename(folder)}`, relative(process.cwd(), folder)];
  expect((await validate(...spelled)).printed).toBe('no issues in 1 document of 1 file\n');
});

test('what comes after "--" is a file', async () => {
  expect((await validate('--', '-o=x')).complained).toMatch(/cannot read "-o=x"/);
});

test('warnings end with 0', async () => {
  write({ 'a.yaml': WARNED });
  const { code, printed } = await validate(folder);
  expect(printed).toMatch(/ warning .*\n\n1 warning in 1 document of 1 file\n$/);
  expect(code).toBe(0);
});

test('--warnings refuse ends with 1 on them', async () => {
  write({ 'a.yaml': WARNED });
  expect((await validate(folder, '--warnings', 'refuse')).code).toBe(1);
  expect((await validate(folder, '--warnings', 'allow')).code).toBe(0);
  expect((await validate(folder, '--warnings', 'refuse', '--rule', 'image-tag=off')).code).toBe(0);
});

test.each(['\n', '# helm made nothing\n---\n'])('nothing on the standard input (%j) ends with 2', async (input) => {
  const { code, printed, complained } = await runProgram(['validate'], input);
  expect(complained).toContain('nothing to validate: there is no manifest in the standard input');
  expect([code, printed]).toEqual([2, '']);
});

test('files with nothing in them end with 2, and are no harm beside others', async () => {
  write({ 'a.yaml': '', 'b.yaml': '# nothing' });
  const { code, complained } = await validate(folder);
  expect(complained).toContain(`nothing to validate: there is no manifest in "${folder}"\n`);
  expect(code).toBe(2);
  write({ 'c.yaml': NAMESPACE });
  expect(await validate(folder)).toMatchObject({ code: 0, printed: 'no issues in 1 document of 3 files\n' });
});

describe('a kustomization', () => {
  const kustomize = 'kustomize.config.k8s.io';
  test('of a folder is no manifest', async () => {
    write({
      'kustomization.yaml': 'resources: [a.yaml]\n',
      'b/kustomization.yml': `apiVersion: ${kustomize}/v1beta1\nkind: Kustomization\nresources: []\n`,
      'c/component.yaml': `apiVersion: ${kustomize}/v1alpha1\nkind: Component\n`,
    });
    expect((await validate(folder)).code).toBe(2);
    write({ 'a.yaml': NAMESPACE });
    expect(await validate(folder)).toMatchObject({ code: 0, printed: 'no issues in 1 document of 1 file\n' });
  });

  test('that is named, one of Flux, and one that cannot be read are validated', async () => {
    write({
      'a/kustomization.yaml': 'resources: []\n',
      'b/kustomization.yaml':
        'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: {name: A}\n---\na: b: c\n',
    });
    expect((await validate(join(folder, 'a/kustomization.yaml'))).printed).toContain('apiVersion is missing');
    expect((await validate(folder)).printed).toMatch(/^2 errors in 2 documents of 1 file; 1 object is of a kind/m);
  });
});

test.each([
  ['the name of a file', 'values.yaml'],
  ['the name of a folder', 'chart'],
  ['a name that ends with a slash', 'chart/'],
  ['the path of a file', 'FOLDER/a/chart/values.yaml'],
  ['the path of a folder', 'FOLDER/a/chart/'],
  ['a path that could be shorter', 'FOLDER/a/../a'],
])('--exclude takes %s', async (_, name) => {
  write({
    'a/chart/values.yaml': 'replicas: 3',
    'b.yaml': NAMESPACE,
    'c/my-values.yaml': NAMESPACE.replace('shop', 'c'),
  });
  const path = relative(process.cwd(), folder);
  const { code, printed } = await validate(folder, '--exclude', 'nothing', '--exclude', name.replace('FOLDER', path));
  expect(printed).toBe('no issues in 2 documents of 2 files\n');
  expect(code).toBe(0);
});

test('--exclude may leave nothing', async () => {
  write({ 'a/b.yaml': NAMESPACE });
  expect((await validate(folder, '--exclude', 'a')).complained).toContain(
    `folder "${folder}" has no .yaml, .yml or .json file that --exclude leaves\n`,
  );
  const file = join(folder, 'a/b.yaml');
  expect((await validate(file, '--exclude', 'b.yaml')).complained).toContain(`there is no manifest in "${file}"\n`);
});

test('the last line names kinds of which only the metadata was checked', async () => {
  const object = (group: string, kind: string, name: string): string =>
    `apiVersion: ${group}/v1\nkind: ${kind}\nmetadata: {name: ${name}}\n---\n`;
  write({ 'a.yaml': NAMESPACE, 'b.yaml': object('example.com', 'Widget', 'a') });
  expect((await validate(folder)).printed).toBe(
    'no issues in 2 documents of 2 files; 1 object is of a kind without a definition (example.com/Widget), and only its metadata was checked: give --crd\n',
  );
  const others = ['a', 'b', 'c', 'd'].map((name) => object(`${name}.example.com`, 'Gadget', name));
  write({ 'c.yaml': [object('example.com', 'Widget', 'b'), ...others].join('') });
  expect((await validate(folder)).printed).toMatch(
    /; 6 objects are of kinds without a definition \(example\.com\/Widget, a\.example\.com\/Gadget, b\.example\.com\/Gadget and 2 more\), and only their metadata was checked: give --crd\n$/,
  );
});

test.each(['1.35', 'v1.35', '1.35.4', 'v1.35.4', 'v1.35.4+k3s1'])('--kubernetes %s is 1.35', async (version) => {
  expect((await runProgram(['validate', '--kubernetes', version], NAMESPACE)).code).toBe(0);
});

test('what is piped is read, by name and when no file is given', async () => {
  for (const args of [[], ['-']]) {
    const { code, printed } = await runProgram(['validate', ...args], SERVICE);
    expect(printed).toContain(`standard input\n  7:7      error    ${PORT}\n`);
    expect(code).toBe(1);
  }
});

test('files are validated together, and each of them once', async () => {
  write({ 'a.yaml': NAMESPACE, 'b.yaml': NAMESPACE });
  const { printed } = await validate(join(folder, 'b.yaml'), folder);
  expect(printed).toMatch(/a\.yaml\n {2}3:12 .* Namespace shop: metadata\.name "shop" .* \[duplicate-object\]\n/);
  expect(printed).toContain('in 2 documents of 2 files');
});

test('a file that cannot be read does not hide the others', async () => {
  write({ 'a.yaml': `a: {{ .Values.a }}\n---\n${SERVICE}`, 'b.yaml': SERVICE });
  const { printed } = await validate(folder);
  expect(printed).toContain(
    '  1:4      error    is a template, and no manifest yet: validate what "helm template" makes of it [yaml]',
  );
  expect(printed.split(PORT)).toHaveLength(3);
});

test('lists are taken apart as kubectl does', async () => {
  const items = [{ metadata: { name: 'a' }, spec: { ports: [{ port: 0 }] } }];
  const list = { apiVersion: 'v1', kind: 'ServiceList', items };
  write({
    'a.json': JSON.stringify(
      { apiVersion: 'v1', kind: 'List', items: [list, JSON.parse('{"kind":"Pd"}')] },
      undefined,
      1,
    ),
  });
  const { printed } = await validate(folder);
  expect(printed).toMatch(/^ {2}16:9 +error +Service a: spec\.ports\[0\]\.port /m);
  expect(printed).toMatch(/^ {2}\d+:\d+ +error +Pd: apiVersion is missing/m);
});

test.each([
  ['1.10', '1.10 is a number'],
  ['0644', '0644 is a number'],
  ['1234e5', '1234e5 is a number'],
  ['12345678901234567890', '12345678901234567890 is a number'],
  ['0x1F # hexadecimal', '0x1F is a number'],
  ['NO', 'NO is a boolean'],
  ['off', 'off is a boolean'],
  ['&a true', 'true is a boolean'],
])('of a value %s the text belongs in quotes', async (value, fact) => {
  const [text] = fact.split(' ');
  const says = `${fact}: write "${text}" in quotes`;
  const config = `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  labels:\n    a: ${value}\ndata:\n  b: ${value}\n`;
  for (const output of ['text', 'github', 'sarif']) {
    const { printed } = await runProgram(['validate', '-o', output], config);
    const plain = printed.replaceAll('\\"', '"');
    expect(plain).toContain(`ConfigMap a: metadata.labels.a ${says}`);
    expect(plain).toContain(`ConfigMap a: data.b ${says}`);
  }
  const { printed } = await runProgram(['validate', '-o', 'json'], config);
  expect(JSON.parse(printed)).toHaveProperty('issues.0.fix', `write "${text}" in quotes`);
});

test('of a number in JSON the text belongs in quotes', async () => {
  const config = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: 110 } };
  const json = JSON.stringify({ kind: 'List', items: [config] }, undefined, 2).replace('110', '1.10');
  expect((await runProgram(['validate'], json)).printed).toContain('data.a 1.10 is a number: write "1.10" in quotes');
});

test('--output json has the issues with their places', async () => {
  write({ 'a.yaml': `# nothing\n---\n${NAMESPACE}---\n${SERVICE}` });
  const { printed } = await validate(folder, '-o', 'json');
  expect(JSON.parse(printed)).toEqual({
    documents: 2,
    issues: [
      {
        ...{ file: join(folder, 'a.yaml'), document: 2, line: 13, column: 7 },
        ...{ severity: 'error', code: 'port-number', object: { group: '', kind: 'Service', name: 'api' } },
        ...{ path: 'spec.ports[0].port', message: '99999 is not a port', fix: 'give a number from 1 to 65535' },
      },
    ],
  });
});

test('--output github escapes what would end a property or a command', async () => {
  write({ 'a,b:50%.yaml': SERVICE.replace('99999', '"x\\n::error::"') });
  const { printed } = await validate(folder, '--output=github');
  expect(printed).toContain(`::error file=${folder}/a%2Cb%3A50%25.yaml,line=7,col=7,title=`);
  expect(printed.trim().split('\n')).toHaveLength(1);
});

function described(id: string, text: string | undefined): object {
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
}

test('--output sarif is what SARIF 2.1.0 asks for', async () => {
  write({ 'a b.yaml': SERVICE, 'c.yaml': 'a: b: c' });
  const { printed } = await validate(folder, '--output', 'sarif');
  const { version, runs } = JSON.parse(printed) as Sarif;
  const [run] = runs;
  expect([version, runs.length]).toEqual(['2.1.0', 1]);
  expect(run?.tool.driver.name).toBe('cdk8s-workloads');
  expect(run?.tool.driver.rules).toEqual([
    described('port-number', allRules().find(({ code }) => code === 'port-number')?.summary),
    described('yaml', UNREADABLE_SUMMARY),
  ]);
  expect(run?.results).toEqual([
    {
      ruleId: 'port-number',
      ruleIndex: 0,
      level: 'error',
      message: { text: PORT.replace(' [port-number]', '') },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: `file://${folder}/a%20b.yaml` },
            region: { startLine: 7, startColumn: 7 },
          },
          logicalLocations: [{ fullyQualifiedName: 'Service api spec.ports[0].port' }],
        },
      ],
    },
    expect.objectContaining({ ruleId: 'yaml', ruleIndex: 1, level: 'error' }),
  ]);
});

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly name: string; readonly rules: readonly object[] } };
    readonly results: readonly object[];
  }[];
}

test('a relative path stays relative in SARIF', async () => {
  write({ 'a.yaml': SERVICE });
  const path = relative(process.cwd(), join(folder, 'a.yaml'));
  expect((await validate(path, '-o', 'sarif')).printed).toContain(`"uri": "${path}"`);
});

test('--rule makes a code a warning, an error, or off', async () => {
  write({ 'a.yaml': `${SERVICE}---\na: b: c\n` });
  const { code, printed } = await validate(folder, '--rule', 'port-number=warning', '--rule=yaml=off');
  expect(printed).toContain('1 warning in 2 documents');
  expect(code).toBe(0);
});

test('--crd gives the definitions that the cluster has', async () => {
  const schema = {
    type: 'object',
    properties: { spec: { type: 'object', properties: { size: { type: 'integer' } } } },
  };
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets' },
      scope: 'Cluster',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  };
  write({ 'crds/widget.json': JSON.stringify(definition) });
  const widget = 'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: a}\nspec: {size: big}\n';
  const { printed } = await runProgram(['validate', '--crd', join(folder, 'crds')], widget);
  expect(printed).toContain('standard input\n  4:8      error    example.com/Widget a: spec.size');
  expect(printed).toMatch(/^1 error in 1 document of 1 file$/m);
});

test('--crd with a file that cannot be read ends with 2, and the way out', async () => {
  write({ 'a.yaml': 'a: {{ .Values.a }}' });
  const { code, complained } = await runProgram(['validate', '--crd', join(folder, 'a.yaml')], NAMESPACE);
  expect(complained).toContain('is a template, and no manifest yet: validate what "helm template" makes of it\n');
  expect(code).toBe(2);
});

test('--crd without a definition ends with 2', async () => {
  write({ 'a.yaml': NAMESPACE });
  const { code, complained } = await runProgram(['validate', '--crd', folder], NAMESPACE);
  expect(complained).toContain(
    `--crd "${folder}" has no CustomResourceDefinition: give a file or folder that has one\n`,
  );
  expect(code).toBe(2);
});

test('a symbolic link that leads to itself ends with 2, wherever it is', async () => {
  const link = join(folder, 'a.yaml');
  symlinkSync(link, link);
  for (const path of [link, folder]) {
    const { code, complained } = await validate(path);
    expect(complained).toContain(`cannot read "${link}": its symbolic links lead in a circle\n`);
    expect(code).toBe(2);
  }
});

test.each<[readonly string[], string]>([
  [['package.json/a'], 'cannot read "package.json/a": a part of its path is a file, and no folder'],
  [[], 'no file is given: name one or a folder, or pipe manifests into it'],
  [['nothing.yaml'], 'cannot read "nothing.yaml": there is no such file or folder'],
  [['src/manifest'], 'folder "src/manifest" has no .yaml, .yml or .json file'],
  [['a', '--output', 'xml'], '--output "xml" is not known: there are text, json, github, sarif'],
  [['a', '--kubernetes', '1.20'], '--kubernetes "1.20" is not known: there is 1.35'],
  [['a', '--kubernetes', '1.350'], '--kubernetes "1.350" is not known: there is 1.35'],
  [['a', '--warnings', 'error'], '--warnings "error" is not known: there are allow, refuse'],
  [['a', '--rule', 'port-numbr=off'], '--rule "port-numbr" is not known: did you mean "port-number"'],
  [
    ['a', '--rule', 'port-number=no'],
    '--rule "port-number=no" has no level: write port-number=off, port-number=warning or port-number=error',
  ],
  [
    ['a', '--rule', 'port-number:off'],
    '--rule "port-number:off" has no "=": write port-number=off, port-number=warning or port-number=error',
  ],
  [['a', '--rule', 'off'], '--rule "off" is not known: write <code>=<level>, such as image-tag=off'],
  [['a', '--crd', 'none.yaml'], 'cannot read "none.yaml": there is no such file or folder'],
])('%j ends with 2', async (args, mistake) => {
  const { code, complained } = await validate(...args);
  expect(complained).toBe(`cdk8s-workloads: ${mistake}\nSee "cdk8s-workloads validate --help".\n`);
  expect(code).toBe(2);
});
