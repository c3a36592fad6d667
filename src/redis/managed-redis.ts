import { z } from 'zod';
import type { ObjectOf } from '../custom-resource/class';
import { ownResource } from '../custom-resource/custom-resource';
import { redisSpec } from './spec';

/**
 * A Redis of one primary, which takes writes, and replicas that follow it, as a resource of the cluster: `kubectl get mr`. The image and
 * the number of pods are enough; storage, resources and settings of Redis can be said.
 *
 * A controller makes it run: it applies what {@link redisChildren} gives, chooses the primary, and writes the status.
 *
 * @throws InvalidPropsError with everything that the API server would refuse
 * @example
 * new ManagedRedis.Definition(chart, 'managed-redis'); // once in a cluster
 * new ManagedRedis(chart, 'cache', { spec: { image: 'redis:7.2', replica: 3 } });
 */
export const ManagedRedis = ownResource({
  group: 'cloud.com',
  kind: 'ManagedRedis',
  plural: 'managedredises',
  singular: 'managedredis',
  shortNames: ['mr'],
  versions: {
    v1: {
      description: 'A Redis of one primary, which takes writes, and replicas that follow it.',
      // What is made from it: a StatefulSet, whose name holds 52 characters, and Services, whose names begin with a letter.
      name: z
        .string()
        .max(52)
        .regex(
          /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
          'must be small letters, digits and "-", and begin with a letter: "cache"',
        ),
      spec: redisSpec,
      status: z
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
      printerColumns: [
        { name: 'Phase', jsonPath: '.status.phase' },
        { name: 'Replica', jsonPath: '.spec.replica' },
        { name: 'Primary', jsonPath: '.status.primary_endpoint' },
        { name: 'Secondary', jsonPath: '.status.secondary_endpoint' },
        { name: 'Image', jsonPath: '.spec.image', priority: 1 },
        { name: 'Message', jsonPath: '.status.message', priority: 1 },
        { name: 'Age', jsonPath: '.metadata.creationTimestamp' },
      ],
      scale: { specReplicasPath: '.spec.replica', statusReplicasPath: '.status.replicas' },
      selectableFields: ['.spec.image'],
    },
  },
});

/** A ManagedRedis as its controller reads it: with defaults, and with a status once there is one. */
export type ManagedRedisObject = ObjectOf<typeof ManagedRedis>;
