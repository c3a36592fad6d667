import type { ObjectOf } from '../custom-resource/class';
import { ownResource } from '../custom-resource/custom-resource';
import { redisName, redisSpec, redisStatus } from './spec';

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
      get name() {
        return redisName();
      },
      get spec() {
        return redisSpec();
      },
      get status() {
        return redisStatus();
      },
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
