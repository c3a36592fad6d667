import { ManagedRedis, redisChildren, type ManagedRedisObject } from 'cdk8s-workloads/redis';
import type { Manifest } from 'cdk8s-workloads';
import type { GoldenCases } from './golden-cases';

const three = { image: 'redis:7.2', replica: 3 };

export const managedRedis: GoldenCases = {
  definition: (chart) => new ManagedRedis.Definition(chart, 'managed-redis'),

  object: (chart) => new ManagedRedis(chart, 'cache', { spec: three }),

  'object-that-says-all': (chart) =>
    new ManagedRedis(chart, 'sessions', {
      metadata: { labels: { team: 'web' } },
      spec: {
        ...three,
        storage: { size: '20Gi', storageClassName: 'ssd' },
        memory: '4Gi',
        cpu: '500m',
        config: ['maxmemory-policy allkeys-lru', 'appendfsync always'],
      },
    }),

  'children-of-three-replicas': () => of(['StatefulSet', 'PodDisruptionBudget'], { replica: 3 }),
  'children-of-one-replica': () => of(['StatefulSet'], { replica: 1 }),
  'services-by-role': () => of(['Service'], {}),
  'settings-of-three-replicas': () => of(['ConfigMap'], { replica: 3 }),
  'settings-of-one-replica': () => of(['ConfigMap'], { replica: 1 }),
  'settings-of-a-cache': () => of(['ConfigMap'], { memory: '4Gi', config: ['maxmemory-policy allkeys-lru'] }),
  'memory-cores-and-volumes': () =>
    of(['StatefulSet'], { memory: '4Gi', cpu: '500m', storage: { size: '20Gi', storageClassName: 'ssd' } }),
  'who-may-connect': () => of(['ServiceAccount', 'NetworkPolicy'], {}),
};

/** The children of these kinds of a Redis that is in a cluster. */
function of(kinds: readonly string[], spec: Partial<ManagedRedisObject['spec']>): readonly Manifest[] {
  const cache = ManagedRedis.parse({
    apiVersion: 'cloud.com/v1',
    kind: 'ManagedRedis',
    metadata: { name: 'cache', namespace: 'shop', uid: '3f2b0e7a-7a3e-4a2c-9e55-0d6a5f7b1c11' },
    spec: { ...three, ...spec },
  });
  return redisChildren(cache).filter(({ kind }) => kinds.includes(kind));
}
