import { z } from 'zod';
import { serverRule } from '../custom-resource/rule';
import { format } from '../custom-resource/strings';
import { bytes, cores } from './amounts';
import { configLines } from './config-lines';
import { pinnedImage } from './image';

const size = serverRule(bytes(), {
  rule: 'quantity(string(self)).compareTo(quantity(string(oldSelf))) >= 0',
  message: 'may only grow: a volume cannot shrink',
});

const SIZE = '1Gi';

const volume = z.object({
  size: size.default(SIZE).describe('The size of the volume of each pod. It may grow, and never shrink.'),
  storageClassName: format('k8s-long-name')
    .optional()
    .describe("The StorageClass of the volumes. Without it, it is the cluster's default one. It never changes."),
});

const storage = serverRule(volume, {
  // No optionals here: to compare two of them costs more than the API server allows.
  rule:
    'has(self.storageClassName) == has(oldSelf.storageClassName) && ' +
    '(!has(self.storageClassName) || self.storageClassName == oldSelf.storageClassName)',
  message: 'cannot get another StorageClass: the volumes are there already',
});

/** What an author says of a Redis. */
export const redisSpec = z.object({
  image: pinnedImage().describe('An image that has redis-server and redis-cli, with its version: "redis:7.2".'),
  replica: z.int().min(1).max(9).describe('How many pods there are. One of them is the primary, the others follow it.'),
  storage: storage
    .default({ size: SIZE })
    .describe('The volume on which each pod keeps its data. It outlives the pod.'),
  memory: bytes()
    .optional()
    .describe('The memory of each pod, reserved for it and not exceeded. Three quarters of it are for data.'),
  cpu: cores().optional().describe('The cores that are reserved for each pod: "500m" is half of one.'),
  config: configLines().optional().describe('Further lines of redis.conf: "maxmemory-policy allkeys-lru".'),
});
