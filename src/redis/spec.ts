import { z } from 'zod';
import { serverRule } from '../custom-resource/rule';
import { format } from '../custom-resource/strings';
import { once } from '../values/once';
import { bytes, cores } from './amounts';
import { configLines } from './config-lines';
import { pinnedImage } from './image';

// Schemas are made when they are first asked for: who only imports the package does not wait for them.

const SIZE = '1Gi';

/** What an author says of a Redis. */
export const redisSpec = once(() =>
  z.object({
    image: pinnedImage().describe('An image that has redis-server and redis-cli, with its version: "redis:7.2".'),
    replica: z
      .int()
      .min(1)
      .max(9)
      .describe('How many pods there are. One of them is the primary, the others follow it.'),
    storage: storage()
      .default({ size: SIZE })
      .describe('The volume on which each pod keeps its data. It outlives the pod.'),
    memory: bytes()
      .optional()
      .describe('The memory of each pod, reserved for it and not exceeded. Three quarters of it are for data.'),
    cpu: cores().optional().describe('The cores that are reserved for each pod: "500m" is half of one.'),
    config: configLines().optional().describe('Further lines of redis.conf: "maxmemory-policy allkeys-lru".'),
  }),
);

function storage() {
  const size = serverRule(bytes(), {
    rule: 'quantity(string(self)).compareTo(quantity(string(oldSelf))) >= 0',
    message: 'may only grow: a volume cannot shrink',
  });
  const volume = z.object({
    size: size.default(SIZE).describe('The size of the volume of each pod. It may grow, and never shrink.'),
    storageClassName: format('k8s-long-name')
      .optional()
      .describe("The StorageClass of the volumes. Without it, it is the cluster's default one. It never changes."),
  });
  return serverRule(volume, {
    // No optionals here: to compare two of them costs more than the API server allows.
    rule:
      'has(self.storageClassName) == has(oldSelf.storageClassName) && ' +
      '(!has(self.storageClassName) || self.storageClassName == oldSelf.storageClassName)',
    message: 'cannot get another StorageClass: the volumes are there already',
  });
}

/** What the controller says of a Redis. */
export const redisStatus = once(() =>
  z
    .looseObject({
      phase: z.string().optional().describe('Where the Redis stands: Pending, Running, Failed.'),
      message: z.string().optional().describe('What the phase means here, as a sentence.'),
      primary_endpoint: z.string().optional().describe('Where to write: host and port.'),
      secondary_endpoint: z
        .string()
        .optional()
        .describe('Where to read what the primary had a moment ago: host and port.'),
      replicas: z.int().min(0).optional().describe('How many pods there are.'),
    })
    .describe('What the Redis is. Its controller writes it.'),
);

/** What is made from it: a StatefulSet, whose name holds 52 characters, and Services, whose names begin with a letter. */
export const redisName = once(() =>
  z
    .string()
    .max(52)
    .regex(/^[a-z]([-a-z0-9]*[a-z0-9])?$/, 'must be small letters, digits and "-", and begin with a letter: "cache"'),
);
