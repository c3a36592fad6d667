import { configFiles, settingsChecksum } from '../../../src/redis/config-files';
import type { ManagedRedisObject } from '../../../src/redis/managed-redis';

type Spec = ManagedRedisObject['spec'];

const three: Spec = { image: 'redis:7.2', replica: 3, storage: { size: '1Gi' } };

/** What Redis reads: the last line of a setting holds. */
function setting(name: string, spec: Partial<Spec> = {}): string | undefined {
  const { files } = configFiles({ ...three, ...spec });
  const text = Object.values(files).join('\n');
  return text.split('\n').findLast((line) => line.startsWith(`${name} `));
}

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('of %i pods, two halves cannot both take writes', (pods) => {
  const replicas = Number(setting('min-replicas-to-write', { replica: pods })?.split(' ')[1]);
  const needed = 1 + replicas;
  expect(2 * needed).toBeGreaterThan(pods);
  // One pod less would not do, and all of them are not needed.
  expect([2 * (needed - 1) <= pods, needed <= pods]).toEqual([true, true]);
});

test('a pod begins as the replica of nobody', () => {
  expect([setting('replicaof'), setting('replica-serve-stale-data')]).toEqual([
    'replicaof 127.0.0.1 1',
    'replica-serve-stale-data no',
  ]);
});

test('data may take three quarters of the memory', () => {
  expect(setting('maxmemory', { memory: '1Gi' })).toBe(`maxmemory ${(3 * 2 ** 30) / 4}`);
});

test.each<[Partial<Spec>, string | undefined]>([
  [{}, undefined],
  [{ memory: '1Gi', config: ['maxmemory 100mb'] }, 'maxmemory 100mb'],
])('with %j, maxmemory is %j', (spec, line) => {
  expect(setting('maxmemory', spec)).toBe(line);
});

test('the checksum is another one when a setting is, and not when the number of pods is', () => {
  expect(settingsChecksum({ ...three, config: ['maxclients 500'] })).not.toEqual(settingsChecksum(three));
  expect(settingsChecksum({ ...three, replica: 5 })).toEqual(settingsChecksum(three));
});
