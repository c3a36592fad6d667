import { hostIn } from '../workloads/address';

/** Host and port of each Service of a ManagedRedis. */
export interface RedisEndpoints {
  /** Where to write. */
  readonly primary: string;
  /** Where to read what the primary had a moment ago. Nobody answers where there is no replica. */
  readonly secondary: string;
}

/** What a pod is at the moment. */
export type RedisRole = 'primary' | 'replica';

/** The port of every pod and every Service. */
export const REDIS_PORT = 6379;

/**
 * Where clients find a ManagedRedis. The names hold for as long as it exists, whichever pod is the primary; with a namespace they hold in
 * the whole cluster.
 *
 * @example
 * redisEndpoints({ metadata: { name: 'cache', namespace: 'shop' } }).primary; // 'cache-primary.shop.svc:6379'
 */
export function redisEndpoints({
  metadata: { name, namespace },
}: {
  readonly metadata: { readonly name: string; readonly namespace?: string | undefined };
}): RedisEndpoints {
  const endpoint = (role: RedisRole): string => `${hostIn(namespace, serviceName(name, role))}:${REDIS_PORT}`;
  return { primary: endpoint('primary'), secondary: endpoint('replica') };
}

/** The name of the Service that leads to the pods of a role. */
export function serviceName(redis: string, role: RedisRole): string {
  return `${redis}-${role}`;
}
