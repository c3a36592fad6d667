import { validateChange, type ValidateChangeOptions } from '../../../../src/validate/validate-change';

const frozen = { type: 'string', 'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'stays' }] };
const item = { type: 'object', required: ['name'], properties: { name: { type: 'string' }, mode: frozen } };
const properties = {
  mode: { ...frozen, default: 'a' },
  size: { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self >= oldSelf' }] },
  byKey: { type: 'array', items: item, 'x-kubernetes-list-type': 'map', 'x-kubernetes-list-map-keys': ['name'] },
  map: { type: 'object', additionalProperties: frozen },
  optional: {
    type: 'integer',
    'x-kubernetes-validations': [{ rule: 'oldSelf.orValue(self) == self', optionalOldSelf: true }],
  },
  template: {
    ...{ type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
    'x-kubernetes-validations': [{ rule: 'self == oldSelf' }],
  },
  part: {
    ...{ type: 'object', properties: { status: { type: 'string' } } },
    'x-kubernetes-validations': [{ rule: 'self.status == oldSelf.status' }],
  },
  positive: { type: 'integer', 'x-kubernetes-validations': [{ rule: 'self > 0' }] },
  group: {
    type: 'object',
    properties: { owner: { type: 'string' }, note: { type: 'string' } },
    'x-kubernetes-validations': [{ rule: 'has(self.owner) == has(oldSelf.owner)' }],
  },
};
const root = [{ rule: '!has(oldSelf.status) || self.spec == oldSelf.spec' }];
const definition = (rules: readonly object[] = [], strategy = 'None'): unknown => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'things.example.com' },
  spec: {
    ...{ group: 'example.com', scope: 'Namespaced', names: { kind: 'Thing', plural: 'things' } },
    conversion: { strategy },
    versions: ['v1', 'v1beta1'].map((name) => ({
      ...{ name, served: true, storage: name === 'v1', subresources: { status: {} } },
      schema: {
        openAPIV3Schema: {
          type: 'object',
          'x-kubernetes-validations': rules,
          properties: {
            spec: { type: 'object', properties },
            status: { type: 'object', properties: { ready: { type: 'boolean' } } },
          },
        },
      },
    })),
  },
});
const thing = (spec: object, metadata: object = {}, status?: object): unknown => ({
  ...{ apiVersion: 'example.com/v1', kind: 'Thing', spec, status },
  metadata: { name: 'a', ...metadata },
});
const options: ValidateChangeOptions = { customResources: [definition()] };
const found = (before: object, after: object): readonly string[] =>
  validateChange([thing(before)], [thing(after)], options).map(({ path, message }) => `${path} ${message}`);

test.each([
  [{ mode: 'a' }, { mode: 'b' }, 'spec.mode breaks a rule: stays'],
  [{}, { mode: 'b' }, 'spec.mode breaks a rule: stays'],
  [{ size: 2 }, { size: 1 }, 'spec.size breaks the rule "self >= oldSelf"'],
  [{ optional: 2 }, { optional: 1 }, 'spec.optional breaks the rule "oldSelf.orValue(self) == self"'],
  [
    { template: { image: 'a:1', ports: [80] } },
    { template: { ports: [81], image: 'a:1' } },
    'spec.template breaks the rule "self == oldSelf"',
  ],
  [
    { part: { status: 'on' } },
    { part: { status: 'off' } },
    'spec.part breaks the rule "self.status == oldSelf.status"',
  ],
  [{ map: { a: 'x' } }, { map: { a: 'y', b: 'z' } }, 'spec.map.a breaks a rule: stays'],
  [
    { byKey: [{ name: 'a', mode: 'x' }] },
    {
      byKey: [
        { name: 'b', mode: 'y' },
        { name: 'a', mode: 'z' },
      ],
    },
    'spec.byKey[1].mode breaks a rule: stays',
  ],
])('of %j cannot become %j', (before, after, issue) => {
  expect(found(before, after)).toEqual([issue]);
});

test.each([
  [{ mode: 'a' }, {}],
  [{ size: 1 }, { size: 2 }],
  [{}, { size: 1, optional: 1, map: { a: 'x' }, byKey: [{ name: 'a', mode: 'x' }] }],
  [{ size: 1, map: { a: 'x' } }, { map: { b: 'y' } }],
  [{ positive: -1 }, { positive: -1 }],
  [{ template: { image: 'a:1', ports: [80] } }, { template: { ports: [80], image: 'a:1' } }],
  [{ size: 'much' }, { size: 1 }],
])('of %j can become %j', (before, after) => {
  expect(found(before, after)).toEqual([]);
});

test('the definition is also taken from the new manifests', () => {
  const issues = validateChange([thing({ size: 2 })], [definition(), thing({ size: 1 })]);
  expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['custom-resource-change', 'error']]);
});

test('what a live object has more may stay', () => {
  const live = thing({ size: 2, group: { owner: 'a', note: 'b' } }, { uid: '7' });
  expect(validateChange([live], [thing({ size: 2, group: { note: 'c' } })], options)).toEqual([]);
  expect(validateChange([live], [thing({ size: 1 })], options)).toHaveLength(1);
  expect(found({ group: { owner: 'a' } }, { group: {} })).toHaveLength(1);
});

test('a rule about the status is asked where the status is known', () => {
  const customResources = [definition(root)];
  const after = thing({ size: 2 });
  expect(validateChange([thing({ size: 1 }, {}, { ready: true })], [after], { customResources })).toEqual([]);
  const live = thing({ size: 1 }, { uid: '7' }, { ready: true });
  expect(validateChange([live], [after], { customResources })).toHaveLength(1);
});

test('an object of another version is compared as it is, unless a webhook converts it', () => {
  const before = { ...(thing({ size: 2 }) as object), apiVersion: 'example.com/v1beta1' };
  const found = (strategy: string): readonly string[] =>
    validateChange([before], [thing({ size: 1 })], { customResources: [definition([], strategy)] }).map(
      ({ path }) => path,
    );
  expect(found('None')).toEqual(['spec.size']);
  expect(found('Webhook')).toEqual([]);
});

test('a rule about the whole resource may read what is called status in the spec', () => {
  const customResources = [definition([{ rule: 'self.spec.part.status == oldSelf.spec.part.status' }])];
  const [before, after] = [thing({ part: { status: 'on' } }), thing({ part: { status: 'off' } })];
  expect(validateChange([before], [after], { customResources }).map(({ path }) => path)).toEqual(['', 'spec.part']);
});
