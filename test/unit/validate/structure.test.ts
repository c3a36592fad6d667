import { validate } from '../../../src/validate/validate';

const deployment = (container: object, spec: object = {}): object => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'web', image: 'nginx:1.29', ...container }] },
    },
    ...spec,
  },
});

const statefulSet = (rollingUpdate: object): object => {
  const base = deployment({}, { updateStrategy: { type: 'RollingUpdate', rollingUpdate } });
  return { ...base, kind: 'StatefulSet' };
};

const DRIVER = { apiVersion: 'storage.k8s.io/v1', kind: 'CSIDriver', metadata: { name: 'csi.example.com' } };
const SERVICE = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };

const text = (manifest: unknown): readonly string[] =>
  validate([manifest]).map(
    ({ code, path, message, fix }) =>
      `${code}: ${path.replace('spec.template.spec.containers[0]', '*')} ${message}: ${fix}`,
  );

const definition = (a: object): object => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'shops.example.com' },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Shop', plural: 'shops', singular: 'shop', listKind: 'ShopList' },
    versions: [
      {
        ...{ name: 'v1', served: true, storage: true },
        schema: { openAPIV3Schema: { type: 'object', properties: { a } } },
      },
    ],
  },
});

test.each<readonly [string, object, ...string[]]>([
  ['a right one', deployment({})],
  ['a scalar in place of a schema or several', definition({ type: 'string', items: '' })],
  ['a number in place of a schema or several', definition({ type: 'array', items: { type: 'string', items: 1 } })],
  [
    'a scalar in place of a schema or a boolean',
    definition({ type: 'object', additionalProperties: 'true' }),
    expect.stringContaining('wrong-type') as string,
  ],
  [
    'a typo',
    deployment({ imagePullPolice: 'Always' }),
    'unknown-field: *.imagePullPolice is not a field: did you mean "imagePullPolicy"?',
  ],
  [
    'a typo of what is required, which is one mistake',
    deployment({ name: undefined, nmae: 'web' }),
    'unknown-field: *.nmae is not a field: did you mean "name"?',
  ],
  [
    'a field that is nowhere near',
    deployment({ zzz: 1 }),
    'unknown-field: *.zzz is not a field: take it away, or move it to where it belongs',
  ],
  [
    'a number in quotes',
    deployment({}, { replicas: '3' }),
    'wrong-type: spec.replicas "3" is a string: write 3 without quotes',
  ],
  [
    'a number for a string',
    deployment({ env: [{ name: 'PORT', value: 80 }] }),
    'wrong-type: *.env[0].value 80 is a number: write "80" in quotes',
  ],
  ['a boolean in quotes', deployment({ stdin: 'yes' }), 'wrong-type: *.stdin "yes" is a string: give true or false'],
  ['a map for a list', deployment({ env: { A: 'b' } }), 'wrong-type: *.env is a map: give a list'],
  ['a list for a map', deployment({ resources: [] }), 'wrong-type: *.resources is a list: give a map'],
  [
    'half a replica',
    deployment({}, { replicas: 1.5 }),
    'invalid-format: spec.replicas 1.5 is not a whole number: give one',
  ],
  [
    'more replicas than fit',
    deployment({}, { replicas: 2 ** 31 }),
    'invalid-format: spec.replicas 2147483648 does not fit into 32 bits: give a number from -2147483648 to 2147483647',
  ],
  [
    'an enum in another case',
    deployment({ imagePullPolicy: 'always' }),
    'unknown-value: *.imagePullPolicy "always" is not one of its values: did you mean "Always"?',
  ],
  [
    'an enum far off',
    deployment({ terminationMessagePolicy: 'x' }),
    'unknown-value: *.terminationMessagePolicy "x" is not one of its values: give "FallbackToLogsOnError" or "File"',
  ],
  [
    'a quantity with a unit of its own',
    deployment({ resources: { limits: { memory: '1GB' } } }),
    'invalid-format: *.resources.limits.memory "1GB" has the unit "GB": write "1G" (10^9) or "1Gi" (2^30)',
  ],
  ['a missing field', deployment({}, { selector: null }), 'missing-field: spec.selector is missing: give a map'],
  [
    'two items with one key that the server takes',
    deployment({ env: [{ name: 'A' }, { name: 'A' }] }),
    'duplicate-list-key: *.env[1] has the name of spec.template.spec.containers[0].env[0]: take one of them away, or change it',
  ],
  [
    'two items with one key that the server refuses',
    { ...DRIVER, spec: { tokenRequests: [{ audience: '' }, {}] } },
    'duplicate-item: spec.tokenRequests[1] has the audience of spec.tokenRequests[0]: take one of them away, or change it',
  ],
  [
    'two ports of one protocol, which one of them leaves empty',
    {
      ...SERVICE,
      spec: {
        ports: [
          { port: 80, protocol: '', name: 'a' },
          { port: 80, protocol: 'TCP', name: 'b' },
        ],
      },
    },
    'duplicate-item: spec.ports[1] has the port and protocol of spec.ports[0]: take one of them away, or change it',
  ],
  [
    'two items that are the same, in a list without keys',
    { ...SERVICE, spec: { ipFamilies: ['IPv4', 'IPv4'], ports: [{ port: 80 }] } },
    'duplicate-item: spec.ipFamilies[1] is the same as spec.ipFamilies[0]: take one of them away, or change it',
  ],
  [
    'a struct that cannot be empty',
    { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web' } },
    'missing-field: spec is missing: give a map',
  ],
  [
    'a number that JavaScript does not write as it is',
    { apiVersion: 'apps/v1', kind: 'ControllerRevision', metadata: { name: 'web' }, data: {}, revision: -(2 ** 63) },
    'invalid-format: revision -9223372036854776000 does not fit into 64 bits: give a number from -9223372036854775808 to 9223372036854775807',
  ],
  [
    'a type below a field that the server ignores',
    { ...deployment({}), status: { replicas: '1' } },
    'wrong-type: status.replicas "1" is a string: write 1 without quotes',
  ],
  [
    'an unknown field below a field that the server ignores',
    { ...deployment({}), status: { replica: 1 } },
    'unknown-field: status.replica is not a field: did you mean "replicas"?',
  ],
])('%s', (_, manifest, ...issues) => {
  expect(text(manifest)).toEqual(issues);
});

test.each([
  ['null fields', deployment({ env: null, stdin: null, args: [null], resources: { limits: { cpu: null } } })],
  ['undefined fields', deployment({ env: undefined, foo: undefined })],
  ['a quantity with spaces, or without digits', deployment({ resources: { limits: { cpu: ' 1 ', memory: 'Gi' } } })],
  ['a quantity that is a sign only', deployment({ resources: { limits: { cpu: '+', memory: '-' } } })],
  ['a percentage that the server does not look at', statefulSet({ maxUnavailable: 'all' })],
  [
    'a null among numbers for bytes',
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'web' }, data: { a: [null, 1] } },
  ],
  ['wrong values below status', { ...deployment({}), status: { replicas: -1, conditions: [{ type: 'x' }] } }],
  [
    'a list in which two keys differ',
    deployment({ ports: [{ containerPort: 53 }, { containerPort: 53, protocol: 'UDP' }] }),
  ],
])('%s are what the server takes', (_, manifest) => {
  expect(text(manifest)).toEqual([]);
});
