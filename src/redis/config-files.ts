import { quantityValue } from '../manifest/quantity';
import { configChecksum, type ConfigFiles } from '../pod/config-files';
import type { ManagedRedisObject } from './managed-redis';

type Spec = ManagedRedisObject['spec'];

/** Where the volume of each pod is. */
export const DATA_FOLDER = '/data';

const FOLDER = '/etc/redis';
const QUORUM = 'quorum.conf';

/** How redis-server is started. */
export const SERVER_COMMAND = ['redis-server', `${FOLDER}/redis.conf`];

/** The settings of every pod. What depends on their number is a file of its own, so that scaling restarts none. */
export function configFiles(spec: Spec): ConfigFiles {
  return {
    mountPath: FOLDER,
    files: { 'redis.conf': redisConf(spec), [QUORUM]: `min-replicas-to-write ${writeQuorum(spec.replica)}\n` },
    roll: false,
  };
}

/** The annotation by which a change in `redis.conf` makes the pods outdated. */
export function settingsChecksum(spec: Spec): Readonly<Record<string, string>> {
  return configChecksum({ mountPath: FOLDER, files: { 'redis.conf': redisConf(spec) } });
}

/**
 * How many replicas a primary must hear from to take a write. With itself they are more than half, so that of two primaries, each on a
 * side of a network that fell apart, one takes none.
 */
function writeQuorum(pods: number): number {
  return Math.floor(pods / 2);
}

function redisConf({ config = [], memory }: Spec): string {
  return [
    ...['# The append-only file has all data; snapshots would write them twice.', 'save ""'],
    ...memoryLines(memory),
    ...(config.length > 0 ? ['', '# From spec.config.', ...config] : []),
    '',
    `dir ${DATA_FOLDER}`,
    'appendonly yes',
    '',
    '# There is no password: the NetworkPolicy says who may connect.',
    'protected-mode no',
    '',
    '# Until the controller says whom to follow, a pod follows nobody and answers nobody. So a primary that comes back is not',
    '# a second one, and one that comes back empty empties no replica.',
    'replicaof 127.0.0.1 1',
    'replica-serve-stale-data no',
    '',
    '# A primary that hears from too few replicas takes no writes.',
    'min-replicas-max-lag 3',
    `include ${FOLDER}/${QUORUM}`,
    '',
  ].join('\n');
}

function memoryLines(memory: Spec['memory']): readonly string[] {
  if (memory === undefined) return [];
  const comment =
    '# Three quarters of the memory. The rest is for rewriting the append-only file, and for connections.';
  return ['', comment, `maxmemory ${(quantityValue(memory) * 3n) / 4n}`];
}
