import { validate } from '../../../src/validate/validate';

const configMap = (fields: object = {}, metadata: object = {}): object => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'orders', ...metadata },
  ...fields,
});

/** The definition of fleets. @param root their schema */
function fleets(root: object, more: object = {}) {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'fleets.shop.example.com' },
    spec: {
      group: 'shop.example.com',
      scope: 'Namespaced',
      names: { kind: 'Fleet', plural: 'fleets' },
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: root }, ...more }],
    },
  };
}

test('an issue says all of itself', () => {
  expect(
    validate([configMap({ dat: {} }, { namespace: 'shop' })], { sources: (index) => `shop.yaml#${index}` }),
  ).toEqual([
    {
      severity: 'error',
      code: 'unknown-field',
      object: { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'orders' },
      path: 'dat',
      message: 'is not a field',
      fix: 'did you mean "data"?',
      source: 'shop.yaml#0',
    },
  ]);
});

test.each([
  [{ kind: 'Deploymnet', apiVersion: 'apps/v1' }, 'kind', 'did you mean "Deployment"?'],
  [{ kind: 'Deployment', apiVersion: 'app/v1' }, 'apiVersion', 'write "apps/v1"'],
  [{ kind: 'Deployment', apiVersion: 'v1' }, 'apiVersion', 'write "apps/v1"'],
  [{ kind: 'Ingress', apiVersion: 'networkng.k8s.io/v1' }, 'apiVersion', 'write "networking.k8s.io/v1"'],
  [{ kind: 'Deployment', apiVersion: 'example.com/apps/v1' }, 'apiVersion', 'write "apps/v1"'],
  [
    { kind: 'PodSecurityPolicy', apiVersion: 'policy/v1beta1' },
    'kind',
    'label the Namespace with pod-security.kubernetes.io/enforce in its place',
  ],
  [{ kind: 'Orders', apiVersion: 'apps/v2' }, 'apiVersion', 'did you mean "apps/v1"?'],
])('%j is no kind', (manifest, path, fix) => {
  expect(validate([manifest])).toMatchObject([{ code: 'unknown-kind', path, fix }]);
});

test('any kind of a group with a dot may be a custom resource, with the metadata of every object', () => {
  const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, spec: { anything: 1 } };
  expect(validate([widget])).toEqual([]);
  expect(validate([{ ...widget, metadata: { name: 'a', label: {} } }])).toMatchObject([
    { path: 'metadata.label', fix: 'did you mean "labels"?' },
  ]);
});

test('a code is switched off, or its severity changed', () => {
  const twice = [configMap(), configMap()];
  expect(validate(twice)).toMatchObject([{ code: 'duplicate-object', severity: 'warning' }]);
  expect(validate(twice, { rules: { 'duplicate-object': 'error' } })).toMatchObject([{ severity: 'error' }]);
  expect(validate(twice, { rules: { 'duplicate-object': 'off' } })).toEqual([]);
});

test('a rule about the whole app that is off is not asked', () => {
  const metadata = { name: 'settings', namespace: 'shop' };
  const container = { name: 'a', image: 'a:1', envFrom: [{ configMapRef: { name: 'setings' } }] };
  const unreadable = {
    ...{ apiVersion: 'example.com/v1', kind: 'Thing', metadata },
    get spec(): never {
      throw new Error('no spec');
    },
  };
  const manifests = [
    { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [container] } },
    { apiVersion: 'v1', kind: 'ConfigMap', metadata },
    unreadable,
  ];
  const codes = (rules: object): readonly string[] => validate(manifests, { rules }).map(({ code }) => code);
  expect(codes({})).toContain('not-checked');
  expect(codes({ 'misspelt-reference': 'off' })).not.toContain('not-checked');
});

describe('objects of a definition', () => {
  const root = { type: 'object', properties: { size: { type: 'integer' } } };
  const definition = fleets(root);
  const fleet = (metadata: object): object => {
    return { apiVersion: 'shop.example.com/v1', kind: 'Fleet', metadata, size: 'large' };
  };
  const found = (metadata: object, customResources: readonly object[] = [definition]): readonly string[] =>
    validate([fleet(metadata)], { customResources }).map(({ code, path }) => `${code} ${path}`);

  test('are checked by one in the list that kubectl prints', () => {
    const list = { apiVersion: 'v1', kind: 'List', items: [definition] };
    expect(found({ name: 'a' }, [list])).toEqual(['custom-resource size']);
  });

  test.each<[metadata: object, codes: readonly string[]]>([
    [{ name: null }, ['object-name metadata.name']],
    [{ name: null, generateName: 'a-' }, []],
    [{ name: 'a', finalizers: [null] }, ['finalizer metadata.finalizers[0]']],
    [{ name: 'a', labels: { 'a b': 'c' } }, ['label-format metadata.labels["a b"]']],
  ])('are told each mistake of %j once, besides those in their fields', (metadata, codes) => {
    expect(found(metadata)).toEqual([...codes, 'custom-resource size']);
  });
});

test('whoever gives the manifests may validate others in between', () => {
  function* manifests(): Generator {
    yield configMap({ dat: {} });
    expect(validate([configMap({ daat: {} })])).toMatchObject([{ path: 'daat' }]);
    yield configMap({ data: { a: 1 } }, { name: 'other' });
  }
  expect(validate([...manifests()]).map(({ path }) => path)).toEqual(['dat', 'data.a']);
  const lazy = { [Symbol.iterator]: manifests } as unknown as unknown[];
  expect(validate(lazy).map(({ path }) => path)).toEqual(['dat', 'data.a']);
});

test('an annotation with a reason takes an issue away from one object', () => {
  const ignoring = (reason: string): object =>
    configMap({}, { annotations: { 'cdk8s-workloads/ignore-duplicate-object': reason } });
  expect(validate([configMap(), ignoring('made twice on purpose')])).toEqual([]);
  expect(validate([configMap(), ignoring(' ')]).map(({ code }) => code)).toEqual([
    'ignore-annotation',
    'duplicate-object',
  ]);
});

test('issues are in the order of the manifests and of their paths', () => {
  const issues = validate([configMap({ b: 1, a: 1 }), configMap({ data: 3 }, { name: 'other' })]);
  expect(issues.map(({ object, path }) => `${object.name} ${path}`)).toEqual(['orders a', 'orders b', 'other data']);
});

describe('nothing is thrown', () => {
  const cycle: Record<string, unknown> = { type: 'object' };
  cycle.properties = { again: cycle };
  const crd = (schema: unknown): object => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'a' },
    spec: {
      group: 'a.b',
      names: { kind: 'A', plural: 'as' },
      scope: 'Namespaced',
      versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: schema } }],
    },
  });
  const deep = (levels: number): unknown => {
    let schema: unknown = { type: 'object' };
    for (let level = 0; level < levels; level++) schema = { type: 'object', properties: { a: schema } };
    return schema;
  };
  const throwing = Object.defineProperty({}, 'metadata', {
    enumerable: true,
    get: () => {
      throw new Error('no');
    },
  });

  test.each<readonly [string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a list', []],
    ['a number', NaN],
    ['a function', () => 1],
    ['nothing', {}],
    ['no metadata', { apiVersion: 'v1', kind: 'Pod' }],
    ['the name of what every object has', { apiVersion: 'v1', kind: '__proto__', metadata: { name: 'constructor' } }],
    [
      'a prototype',
      JSON.parse(
        '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a","labels":{"__proto__":null}},"__proto__":{}}',
      ),
    ],
    ['an object without a prototype', Object.assign(Object.create(null), configMap())],
    ['a cycle', crd(cycle)],
    ['a deep one', crd(deep(100_000))],
    ['a getter that throws', { ...configMap(), ...{}, kind: 'Pod', spec: throwing, apiVersion: 'v1' }],
    ['metadata that cannot be read', Object.assign(throwing, { apiVersion: 'v1', kind: 'ConfigMap' })],
    ['a Date', new Date(0)],
  ])('for %s', (_, manifest) => {
    expect(() => validate([manifest, manifest])).not.toThrow();
  });

  test.each(Array.from({ length: 20 }, (_, reads) => reads))('for a getter that throws after %d reads', (reads) => {
    let left = reads;
    const manifest = {
      ...configMap(),
      get apiVersion() {
        if (left-- > 0) return 'v1';
        throw new Error('no more');
      },
    };
    expect(() => validate([manifest])).not.toThrow();
  });

  test('and what cannot be read is said', () => {
    expect(validate([crd(cycle)])).toMatchObject([{ code: 'not-checked', severity: 'warning' }]);
  });
});

test('a definition that has changed since is looked at again', () => {
  const definition = fleets({ type: 'object' });
  expect(validate([definition])).toEqual([]);
  definition.spec.names.plural = 'copies';
  expect(validate([definition])).not.toEqual([]);
});

test.each<[object, string]>([
  [
    { rules: { 'image-tga': 'off' } },
    'the options of validate: rules "image-tga" is not the code of a rule: did you mean "image-tag"',
  ],
  [{ rules: { moon: 'off' } }, 'the options of validate: rules "moon" is not the code of a rule: see docs/rules.md'],
  [{ rules: { constructor: 'off' } }, 'rules "constructor" is not the code of a rule'],
  [{ rules: { 'image-tag': 'warn' } }, 'rules["image-tag"] "warn" is not known: did you mean "warning"'],
  [{ rulez: {} }, 'rulez is not known: did you mean "rules"'],
  [{ kubernetes: '1.12' }, 'kubernetes "1.12" is not known'],
  [{ customResources: ['crd.yaml'] }, 'customResources[0] "crd.yaml" is a string: give a CustomResourceDefinition'],
  [
    { customResources: [{ apiVersion: 'example.com/v1', kind: 'Fleet', metadata: { name: 'north' } }] },
    'customResources[0] is an object: give a CustomResourceDefinition of apiextensions.k8s.io/v1',
  ],
  [{ sources: 'x' }, 'sources "x" is a string: give a function'],
])('the options %j are refused', (options, message) => {
  expect(() => validate([], options)).toThrow(message);
});

test('codes of changes, and that of files which cannot be read, are codes', () => {
  const rules = { 'claim-change': 'off', yaml: 'off', 'wrong-type': 'warning', 'image-tag': undefined } as const;
  expect(validate([], { rules })).toEqual([]);
});

test.each<[unknown, string]>([
  [{ kind: 'Pod' }, 'validate: manifests is a map: give a list of objects'],
  ['kind: Pod', 'validate: manifests is a string'],
  [undefined, 'validate: manifests is nothing'],
])('%j is no list of manifests', (manifests, message) => {
  expect(() => validate(manifests as [])).toThrow(message);
});

test.each([5_000, 20_000])(
  'an object %i levels deep does not keep others of its kind from being looked at',
  (levels) => {
    let [schema, value]: [object, unknown] = [{ type: 'integer' }, 1];
    for (let i = 0; i < levels; i++) [schema, value] = [{ type: 'object', properties: { a: schema } }, { a: value }];
    const root = { type: 'object', properties: { spec: schema, size: { type: 'integer' } } };
    const scale = { specReplicasPath: '.size', statusReplicasPath: '.size' };
    const definition = fleets(root, { subresources: { scale } });
    const fleet = (name: string, fields: object) => {
      return { apiVersion: 'shop.example.com/v1', kind: 'Fleet', metadata: { name }, ...fields };
    };
    const found = validate([fleet('deep', { spec: value }), fleet('small', { size: -1 })], {
      customResources: [definition],
    });
    expect(found.map(({ object, code, path }) => [object.name, code, path])).toEqual([
      ['deep', 'custom-resource', ''],
      ['small', 'custom-resource', ''],
    ]);
  },
);

test('what is wrong elsewhere in an object does not hide what is wrong with its name and namespace', () => {
  const metadata = { name: 'Orders', namespace: 'Shop', finalizers: ['abc'] };
  const pod = { apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: 'none' } };
  expect(validate([pod]).map(({ path }) => path)).toEqual([
    'metadata.finalizers[0]',
    'metadata.name',
    'metadata.namespace',
    'spec.containers',
  ]);
});

test('the items of a list are manifests, as kubectl takes it apart', () => {
  const map = (name: string) => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name }, data: { '..': '' } });
  const list = {
    apiVersion: 'v1',
    kind: 'List',
    items: [map('a'), { apiVersion: 'v1', kind: 'List', items: [map('b')] }],
  };
  const issues = validate([map('first'), list, map('last')], { sources: (index) => `manifest ${index}` });
  expect(issues.map(({ object, path, source }) => [object.name, path, source])).toEqual([
    ['first', 'data[".."]', 'manifest 0'],
    ['a', 'data[".."]', 'manifest 1'],
    ['b', 'data[".."]', 'manifest 1'],
    ['last', 'data[".."]', 'manifest 2'],
  ]);
});
