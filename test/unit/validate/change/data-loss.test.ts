import { validateChange, type ValidateChangeOptions } from '../../../../src/validate/validate-change';
import { BASES } from './bases';
import type { Manifest } from './changes';

const named = (base: keyof typeof BASES, name: string, edits: object = {}): Manifest => {
  const { spec, ...rest } = BASES[base] as {
    readonly apiVersion: string;
    readonly kind: string;
    readonly spec?: object;
  };
  return { ...rest, ...{ spec: { ...spec, ...edits } }, metadata: { name, namespace: 'shop' } };
};
const claim = (metadata: object): unknown => ({
  ...BASES.Claim,
  metadata: { name: 'orders', namespace: 'shop', ...metadata },
});
const owner = { apiVersion: 'example.com/v1', kind: 'Database', name: 'orders', uid: '1' };
const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } };

function found(
  before: readonly unknown[],
  after: readonly unknown[],
  options?: ValidateChangeOptions,
): readonly string[] {
  return validateChange(before, after, options).map(
    ({ severity, code, object, path, message }) =>
      `${severity} ${code} ${object.kind} ${object.name}: ${path} ${message}`,
  );
}

test.each([
  ['StatefulSet', 'its claims stay without it'],
  ['Claim', 'its volume is deleted with it, unless its class retains it'],
] as const)('a %s that is gone', (base, loss) => {
  const before = named(base, 'orders');
  const message = `warning removed-data ${before.kind} orders:  is no longer there, and when it is pruned, ${loss}`;
  expect(found([before], [])).toEqual([message]);
});

test('a StatefulSet that is gone deletes its claims when its policy says so', () => {
  const before = named('StatefulSet', 'orders', { persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' } });
  expect(found([before], []).join()).toMatch('its claims are deleted with their data');
});

test('what has no data may go', () => {
  expect(found([named('Deployment', 'a'), named('StatefulSet', 'b', { volumeClaimTemplates: [] })], [])).toEqual([]);
});

test.each([
  ['a claim that helm keeps', claim({ annotations: { 'helm.sh/resource-policy': 'keep' } })],
  ['a claim that Argo CD keeps', claim({ annotations: { 'argocd.argoproj.io/sync-options': 'Foo=1, Prune=false' } })],
  ['a claim that Argo CD asks about', claim({ annotations: { 'argocd.argoproj.io/sync-options': 'Prune=confirm' } })],
  ['a claim that Flux keeps', claim({ annotations: { 'kustomize.toolkit.fluxcd.io/prune': 'disabled' } })],
  ['a claim that kapp keeps', claim({ annotations: { 'kapp.k14s.io/delete-strategy': 'orphan' } })],
  ['what a controller made', claim({ ownerReferences: [{ ...owner, controller: true }] })],
  ['a claim that a StatefulSet made', claim({ name: 'data-orders-0', uid: '7' })],
  ['a namespace of the system', { ...namespace, metadata: { name: 'kube-system' } }],
])('%s is not pruned', (_what, gone) => {
  const set = named('StatefulSet', 'orders');
  expect(found([gone, set], [set])).toEqual([]);
});

test('a claim that others could have made may be pruned', () => {
  const set = named('StatefulSet', 'orders');
  const claims = [claim({ name: 'data-orders-0' }), claim({ name: 'data-orders-x', uid: '7' })];
  expect(found([...claims, set], [set])).toHaveLength(2);
});

test('with a volume that is not retained its data goes', () => {
  const deleted = named('Volume', 'disk', { persistentVolumeReclaimPolicy: 'Delete' });
  expect(found([deleted, named('Volume', 'other')], [])).toEqual([
    expect.stringContaining('when it is pruned, its data is deleted as soon as no claim has it'),
  ]);
});

test('a volume that was retained is deleted from now on', () => {
  const deleted = named('Volume', 'disk', { persistentVolumeReclaimPolicy: 'Delete' });
  expect(found([named('Volume', 'disk')], [deleted])).toEqual([
    expect.stringMatching(/^warning reclaim-policy-change .*Policy was "Retain" and is "Delete"/),
  ]);
  expect(found([deleted], [named('Volume', 'disk')])).toEqual([]);
  const emptied = named('Volume', 'disk', { persistentVolumeReclaimPolicy: 'Recycle' });
  expect(found([named('Volume', 'disk')], [emptied])).toHaveLength(1);
  expect(found([emptied], [deleted])).toEqual([]);
});

test('with a namespace all goes that is in it', () => {
  const messages = found([named('Claim', 'a'), namespace], []);
  expect(messages).toEqual([
    'warning removed-data Namespace shop:  is no longer there, and when it is pruned, all that is in it is deleted',
  ]);
});

test.each(['StatefulSet', 'Claim'] as const)('a %s with another name', (base) => {
  const [before, after] = [named(base, 'orders'), named(base, 'sales')];
  expect(found([before], [after])).toEqual([
    expect.stringMatching(
      /^warning renamed-data \w+ sales: metadata.name is new, but much the same as .*\w+ shop\/orders/,
    ),
  ]);
});

test('a name of one letter is no part of the others', () => {
  expect(found([named('Claim', 'a')], [named('Claim', 'b')])).toEqual([expect.stringContaining('renamed-data')]);
});

test('a StatefulSet in another namespace', () => {
  const before = named('StatefulSet', 'orders');
  const after = { ...before, metadata: { name: 'orders', namespace: 'sales' } };
  expect(found([before], [after])).toEqual([expect.stringContaining('metadata.namespace is new')]);
});

test('another StatefulSet is no new name of the old one', () => {
  const container = { name: 'b', image: 'b:1', env: [{ name: 'A', value: '1' }], args: ['1', '2', '3', '4'] };
  const template = { metadata: { labels: { app: 'b' } }, spec: { containers: [container] } };
  const after = named('StatefulSet', 'sales', { serviceName: 'b', selector: { matchLabels: { app: 'b' } }, template });
  expect(found([named('StatefulSet', 'orders')], [after])).toEqual([expect.stringContaining('removed-data')]);
});

test.each([
  [undefined, 'the claims "data-orders-*" of the others stay'],
  [{ whenScaled: 'Delete' }, 'the claims "data-orders-*" of the others are deleted with their data'],
])('fewer replicas with the policy %j', (persistentVolumeClaimRetentionPolicy, message) => {
  const after = named('StatefulSet', 'orders', { replicas: 2, persistentVolumeClaimRetentionPolicy });
  expect(found([named('StatefulSet', 'orders', { replicas: 3 })], [after])).toEqual([
    `warning scaled-down-claims StatefulSet orders: spec.replicas was 3 and is 2, and ${message}`,
  ]);
});

test('pods with other numbers leave the claims of the old ones behind', () => {
  const after = named('StatefulSet', 'orders', { replicas: 3, ordinals: { start: 3 } });
  expect(found([named('StatefulSet', 'orders', { replicas: 3 })], [after])).toEqual([
    'warning scaled-down-claims StatefulSet orders: spec.ordinals had pods 0 to 2 and has pods 3 to 5, and the claims "data-orders-*" of the others stay',
  ]);
});

test('a strategy that server-side apply does not change', () => {
  const after = named('Deployment', 'api', { strategy: { type: 'Recreate' } });
  expect(found([named('Deployment', 'api')], [after])).toEqual([
    expect.stringContaining('strategy-change Deployment api: spec.strategy.type is "Recreate"'),
  ]);
});

test('a strategy of a StatefulSet that no apply changes', () => {
  const after = named('StatefulSet', 'db', { updateStrategy: { type: 'OnDelete' } });
  expect(found([named('StatefulSet', 'db')], [after])).toEqual([
    expect.stringContaining('spec.updateStrategy.type is "OnDelete", but kubectl apply keeps the default'),
  ]);
});

test('an object of an unknown kind with nothing for an owner is only gone', () => {
  const metadata = { name: 'a', ownerReferences: [null] };
  expect(found([{ apiVersion: 'example.com/v1', kind: 'Thing', metadata }], [])).toEqual([]);
});

const definition = (versions: readonly object[]): unknown => ({
  ...BASES.Definition,
  metadata: { name: 'things.example.com' },
  spec: { ...BASES.Definition.spec, group: 'example.com', versions },
});
const version = (name: string, spec: object, flags: object = {}): object => ({
  ...{ name, served: true, storage: true, ...flags },
  schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: spec } } } },
});

test('a definition that clients do not understand any more', () => {
  const before = definition([version('v1', { size: { type: 'integer' } })]);
  expect(found([before], [definition([version('v1', {})])])).toEqual([
    expect.stringContaining(
      'breaking-definition CustomResourceDefinition things.example.com: spec.versions[0] "v1.spec.size"',
    ),
  ]);
});

test('a version in which objects may still be stored', () => {
  const old = version('v1', {}, { storage: false });
  const messages = found([definition([old, version('v2', {})])], [definition([version('v2', {})])]);
  expect(messages).toEqual([expect.stringMatching(/^warning breaking-definition .*: spec\.versions "v1" /)]);
});

test('the version in which objects are stored', () => {
  const messages = found([definition([version('v1', {})])], [definition([version('v2', {})])]);
  expect(messages).toEqual([expect.stringMatching(/^error definition-change .*: spec\.versions have no "v1"/)]);
});

test('a version in which a server says that objects are stored', () => {
  const old = definition([version('v1', {}, { storage: false }), version('v2', {})]) as object;
  const live = {
    ...old,
    status: { storedVersions: ['v1', 'v2'], conditions: [], acceptedNames: BASES.Definition.spec.names },
  };
  const messages = found([live], [definition([version('v2', {})])]);
  expect(messages).toEqual([expect.stringMatching(/^error definition-change .*: spec\.versions have no "v1"/)]);
});

test('of an object with several changes each has its place', () => {
  const [before, after] = [
    named('StatefulSet', 'a'),
    named('StatefulSet', 'a', { serviceName: 'b', podManagementPolicy: 'Parallel' }),
  ];
  expect(found([before], [after])).toEqual([
    'error stateful-set-change StatefulSet a: spec.podManagementPolicy is new, but it cannot be changed',
    'error stateful-set-change StatefulSet a: spec.serviceName was "a" and is "b", but it cannot be changed',
  ]);
});

test('issues can be switched off, ignored, and traced to their source', () => {
  const [before, after] = [
    named('Service', 'a', { clusterIP: 'None' }),
    named('Service', 'a', { clusterIP: '10.96.0.7' }),
  ];
  const annotations = { 'cdk8s-workloads/ignore-service-address-change': 'made by hand' };
  const ignored = { ...after, metadata: { ...after.metadata, annotations } };
  expect(found([before], [ignored])).toEqual([]);
  expect(found([before], [after], { rules: { 'service-address-change': 'off' } })).toEqual([]);
  const [issue] = validateChange([before], [after], { sources: (index, path) => `${index} ${path}` });
  expect(issue?.source).toBe('0 spec.clusterIP');
});

test('what is gone has no source', () => {
  const [issue] = validateChange([named('Claim', 'a')], [], { sources: () => 'here' });
  expect(issue).not.toHaveProperty('source');
});

test.each([null, undefined, 3, {}, { kind: 'Pod' }, { apiVersion: 'v1', kind: 'Pod', spec: { containers: 3 } }])(
  'a manifest like %j is for validate() to judge',
  (manifest) => {
    expect(found([manifest], [manifest])).toEqual([]);
    expect(found([manifest], [named('Pod', 'a')])).toEqual([]);
    expect(found([named('Pod', 'a')], [manifest])).toEqual([]);
  },
);
