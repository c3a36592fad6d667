import * as fc from 'fast-check';
import { redisChildren } from '../../../src/redis/children';
import { ManagedRedis, type ManagedRedisObject } from '../../../src/redis/managed-redis';
import type { Manifest } from '../../../src/synth/to-manifest';
import type { StatefulSet } from '../../../src/manifest/kubernetes';

type Spec = ManagedRedisObject['spec'];

function cache(spec: Partial<Spec> = {}, metadata: Partial<ManagedRedisObject['metadata']> = {}): ManagedRedisObject {
  return ManagedRedis.parse({
    apiVersion: 'cloud.com/v1',
    kind: 'ManagedRedis',
    metadata: { name: 'cache', namespace: 'shop', ...metadata },
    spec: { image: 'redis:7.2', replica: 3, ...spec },
  });
}

function statefulSet(object: ManagedRedisObject): StatefulSet {
  // Of the children one is a StatefulSet.
  return redisChildren(object).find(({ kind }) => kind === 'StatefulSet') as unknown as StatefulSet;
}

const names = (children: readonly Manifest[]): readonly string[] =>
  children.map(({ kind, metadata }) => `${kind} ${metadata.namespace ?? '-'}/${metadata.name}`);

test('there is one of each, in the namespace of the ManagedRedis', () => {
  expect(names(redisChildren(cache()))).toEqual([
    'ServiceAccount shop/cache',
    'ConfigMap shop/cache-config',
    'Service shop/cache-pods',
    'StatefulSet shop/cache',
    'PodDisruptionBudget shop/cache',
    'NetworkPolicy shop/cache',
    'Service shop/cache-primary',
    'Service shop/cache-replica',
  ]);
});

test('one pod has no PodDisruptionBudget, which would let no node be drained', () => {
  const kinds = redisChildren(cache({ replica: 1 })).map(({ kind }) => kind);
  expect(kinds).not.toContain('PodDisruptionBudget');
});

test('without a namespace they have none', () => {
  const namespaces = redisChildren(cache({}, { namespace: undefined })).map(({ metadata }) => metadata.namespace);
  expect(new Set(namespaces)).toEqual(new Set([undefined]));
});

test('each belongs to the ManagedRedis once that is in a cluster', () => {
  const owner = { apiVersion: 'cloud.com/v1', kind: 'ManagedRedis', name: 'cache', uid: 'u-1' };
  for (const { metadata } of redisChildren(cache({}, { uid: 'u-1' }))) {
    expect(metadata.ownerReferences).toEqual([{ ...owner, controller: true, blockOwnerDeletion: true }]);
  }
});

test('before that, none has an owner', () => {
  expect(redisChildren(cache()).filter(({ metadata }) => metadata.ownerReferences)).toEqual([]);
});

test.each([1, 2, 9])('scaling to %i changes no pod template', (replica) => {
  const [before, after] = [statefulSet(cache()), statefulSet(cache({ replica }))];
  expect([after.spec?.replicas, after.spec?.template]).toEqual([replica, before.spec?.template]);
});

test.each<[string, Partial<Spec>]>([
  ['image', { image: 'redis:7.4' }],
  ['memory', { memory: '2Gi' }],
  ['config', { config: ['maxclients 500'] }],
])('another %s changes the pod template', (_, spec) => {
  expect(statefulSet(cache(spec)).spec?.template).not.toEqual(statefulSet(cache()).spec?.template);
});

test('all memory is reserved, and cores have no limit', () => {
  const [container] = statefulSet(cache({ memory: '2Gi', cpu: '500m' })).spec?.template.spec?.containers ?? [];
  expect(container?.resources).toEqual({ requests: { cpu: '500m', memory: '2Gi' }, limits: { memory: '2Gi' } });
});

test('the pods of a Service have its role, and all have the labels of the StatefulSet', () => {
  const selector = statefulSet(cache()).spec?.selector.matchLabels;
  const services = redisChildren(cache()).filter(({ kind }) => kind === 'Service');
  expect(services.map(({ spec }) => (spec as { selector: object }).selector)).toEqual([
    selector,
    { ...selector, 'cloud.com/redis-role': 'primary' },
    { ...selector, 'cloud.com/redis-role': 'replica' },
  ]);
});

const amount = fc.constantFrom('1Mi', '1.5Gi', '20Gi', '1e9', '512m', '0.5', 2, '-1Gi', '3E', '1e1000', 4000000000);
const specs = fc.record(
  {
    image: fc.constantFrom('redis:7.2', 'Registry/redis:7', 'localhost:5000/a__b/redis@sha256:' + 'a'.repeat(64)),
    replica: fc.integer({ min: 1, max: 9 }),
    memory: amount,
    cpu: amount,
    storage: fc.record({ size: amount, storageClassName: fc.constantFrom('ssd', 'a.b') }, { requiredKeys: [] }),
    config: fc.array(fc.constantFrom('maxclients 500', 'save ""', 'dir /x'), { maxLength: 3 }),
  },
  { requiredKeys: ['image', 'replica'] },
);
const nameTexts = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,60}[a-z0-9])?$/);

test('whatever the API server takes has children, and is left as it is', () => {
  fc.assert(
    fc.property(nameTexts, specs, (name, spec) => {
      const object = parsed(name, spec);
      fc.pre(object !== undefined);
      const before = structuredClone(object);
      expect(redisChildren(object).length).toBeGreaterThanOrEqual(7);
      expect(object).toEqual(before);
    }),
  );
});

/** Undefined for what is no ManagedRedis. */
function parsed(name: string, spec: object): ManagedRedisObject | undefined {
  try {
    const manifest = ManagedRedis.manifest({ metadata: { name, namespace: 'shop' }, spec: spec as Spec });
    return ManagedRedis.parse(manifest);
  } catch {
    return undefined;
  }
}
