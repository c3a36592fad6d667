// The entry point cdk8s-workloads/redis.
export { redisChildren } from './redis/children';
export { redisEndpoints, type RedisEndpoints } from './redis/endpoints';
export { ManagedRedis, type ManagedRedisObject } from './redis/managed-redis';
