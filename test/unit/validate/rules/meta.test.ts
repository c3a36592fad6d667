import { codes } from './pod';

const object = (apiVersion: string, kind: string, metadata: object, rest: object = {}) => ({
  apiVersion,
  kind,
  metadata,
  ...rest,
});
const configMap = (metadata: object) => object('v1', 'ConfigMap', metadata);
const template = { spec: { restartPolicy: 'Never', containers: [{ name: 'report', image: 'report:2' }] } };
const job = (metadata: object, spec: object = {}) =>
  object('batch/v1', 'Job', metadata, { spec: { template, ...spec } });

test.each([
  ['v1', 'ConfigMap', 'a.b'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'System:Reader'],
  ['example.com/v1', 'Role', 'reader'],
  ['coordination.k8s.io/v1', 'Lease', 'a'.repeat(253)],
])('a %s %s can have the name %s', (apiVersion, kind, name) => {
  expect(codes(object(apiVersion, kind, { name }))).toEqual([]);
});

test.each([
  ['v1', 'ConfigMap', 'a'.repeat(254)],
  ['v1', 'Namespace', 'a.b'],
  ['rbac.authorization.k8s.io/v1', 'Role', 'a/b'],
  ['rbac.authorization.k8s.io/v1', 'Role', '..'],
  ['example.com/v1', 'Role', 'System:Reader'],
])('a %s %s cannot have the name %s', (apiVersion, kind, name) => {
  expect(codes(object(apiVersion, kind, { name }))).toEqual(['object-name']);
});

test('a Job labels its pods with its name, unless its selector is the own of the user', () => {
  const name = 'a'.repeat(64);
  expect(codes(job({ name }))).toEqual(['object-name']);
  expect(codes(job({ name }, { manualSelector: true, selector: { matchLabels: {} } }))).not.toContain('object-name');
});

test.each([{ generateName: 'a-' }, { generateName: 'a'.repeat(253) }, { name: 'a', generateName: 'a_-' }])(
  '%j is a name',
  (metadata) => {
    expect(codes(configMap(metadata))).toEqual([]);
  },
);

test.each([
  { generateName: 'A-' },
  { generateName: 'a_-' },
  { generateName: '-' },
  { name: 'a', generateName: 'A' },
  {},
])('%j is no name', (metadata) => {
  expect(codes(configMap(metadata))).toEqual(['object-name']);
});

test('questions to the server have no name', () => {
  expect(codes(object('authentication.k8s.io/v1', 'TokenReview', {}, { spec: { token: 'x' } }))).toEqual([]);
});

test.each([
  ['v1', 'ConfigMap', ['error']],
  ['rbac.authorization.k8s.io/v1', 'Role', ['error']],
  ['coordination.k8s.io/v1', 'Lease', []],
  ['example.com/v1', 'Database', []],
])('a %s %s and a finalizer without a domain', (apiVersion, kind, expected) => {
  const found = codes(object(apiVersion, kind, { name: 'a', finalizers: ['cleanup'] }));
  expect(found.map(() => 'error')).toEqual(expected);
});

test('an owner that is there twice is one owner', () => {
  const owner = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web', uid: '4b4f', controller: true };
  expect(codes(configMap({ name: 'a', ownerReferences: [owner, owner] }))).toEqual([]);
  expect(codes(configMap({ name: 'a', ownerReferences: [owner, { ...owner, uid: '5b4f' }] }))).toEqual([
    'owner-reference',
  ]);
});

test('annotations are measured in bytes', () => {
  const annotated = (text: string) => configMap({ name: 'a', annotations: { note: text } });
  expect(codes(annotated('é'.repeat(131_070)))).toEqual([]);
  expect(codes(annotated('é'.repeat(131_071)))).toEqual(['annotations-size']);
});
