import { readFileSync } from 'node:fs';
import { ManifestValidation, type ManifestValidationProps, type ManifestViolation } from 'cdk8s-workloads';

const FILES: Readonly<Record<string, readonly unknown[]>> = {
  'a.yaml': [service('api', 0), null, { apiVersion: 'v1', kind: 'List', items: [service('web', 0)] }],
  'b.yaml': [
    service('good', 80),
    { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w' }, spec: { size: 'big' } },
  ],
  'crd.yaml': [widgetDefinition()],
};

function service(name: string, port: number): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name }, spec: { ports: [{ port }] } };
}

function widgetDefinition(): object {
  const spec = { type: 'object', properties: { size: { type: 'integer' } } };
  const schema = { openAPIV3Schema: { type: 'object', properties: { spec } } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Widget', plural: 'widgets' },
      scope: 'Cluster',
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  };
}

async function violations(manifests: readonly string[], props?: ManifestValidationProps): Promise<readonly unknown[]> {
  const found: unknown[] = [];
  await new ManifestValidation(props).validate({
    manifests,
    parseManifest: (path) => FILES[path] ?? [readFileSync(path, 'utf8')],
    report: {
      addViolation: (violation: ManifestViolation) => found.push(violation),
      submit: (status, metadata) => found.push(status, metadata),
    },
  });
  return found;
}

test('the same mistake in two objects is one violation, and a failure', async () => {
  expect(await violations(['a.yaml', 'b.yaml'])).toEqual([
    {
      ruleName: 'port-number',
      recommendation: '0 is not a port',
      fix: 'give a number from 1 to 65535',
      violatingResources: [
        { resourceName: 'api', locations: ['Service: spec.ports[0].port'], manifestPath: 'a.yaml' },
        { resourceName: 'web', locations: ['Service: spec.ports[0].port'], manifestPath: 'a.yaml' },
      ],
    },
    'failure',
    { errors: '2', warnings: '0' },
  ]);
});

test('an object whose name another one has is told with all that it is called', async () => {
  const [named] = (await violations(['a.yaml', 'a.yaml'])) as ManifestViolation[];
  expect(named?.violatingResources.map(({ resourceName }) => resourceName)).toContain('Service api');
});

test('warnings are said, and no failure', async () => {
  expect(await violations(['a.yaml'], { rules: { 'port-number': 'warning' } })).toEqual([
    expect.objectContaining({ ruleName: 'port-number (warning)' }),
    'success',
    { errors: '0', warnings: '2' },
  ]);
});

test('nothing wrong is a success', async () => {
  expect(await violations(['b.yaml'])).toEqual(['success', { errors: '0', warnings: '0' }]);
});

test('definitions of the cluster are read from files', async () => {
  expect(await violations(['b.yaml'], { crds: ['crd.yaml'] })).toEqual([
    expect.objectContaining({
      violatingResources: [{ resourceName: 'w', locations: ['Widget: spec.size'], manifestPath: 'b.yaml' }],
    }),
    'failure',
    { errors: '1', warnings: '0' },
  ]);
});

test('warnings can be refused', async () => {
  expect(await violations(['a.yaml'], { rules: { 'port-number': 'warning' }, warnings: 'refuse' })).toEqual([
    expect.objectContaining({ ruleName: 'port-number (warning)' }),
    'failure',
    { errors: '0', warnings: '2' },
  ]);
});

test.each([
  [
    ['crd.yaml', 'nope.yaml'],
    'crds[1] "nope.yaml" is not there: give the path of a file, from the folder of cdk8s.yaml',
  ],
  [['src'], 'crds[0] "src" is a folder: give the files in it'],
  [['a.yaml'], 'crds[0] "a.yaml" has no CustomResourceDefinition: give a file that has one'],
])('crds %j are refused', async (crds, problem) => {
  await expect(violations(['b.yaml'], { crds })).rejects.toThrow(new Error(`ManifestValidation: ${problem}`));
});

test.each<[object, string]>([
  [{ cdrs: ['crd.yaml'] }, 'cdrs is not known: did you mean "crds"'],
  [{ files: [] }, 'files is not known: there are rules, crds, warnings'],
  [{ crds: 'crd.yaml' }, 'crds "crd.yaml" is a string: give a list, such as ["crds/widgets.yaml"]'],
  [{ warnings: 'refused' }, 'warnings "refused" is not known: did you mean "refuse"'],
  [{ rules: { 'image-tag': 'no' } }, 'rules["image-tag"] "no" is not known: give "off", "warning" or "error"'],
])('properties %j are refused', (properties, problem) => {
  // As cdk8s.yaml has them, which no compiler has seen.
  expect(() => new ManifestValidation(properties as ManifestValidationProps)).toThrow(
    new Error(`ManifestValidation: ${problem}`),
  );
});
