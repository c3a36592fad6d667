import type { Service } from '../manifest/kubernetes';
import { REDIS_PORT, serviceName, type RedisRole } from './endpoints';

/** The label by which the controller says what a pod is. A pod without it gets no clients. */
const ROLE_LABEL = 'cloud.com/redis-role';

/** The Service of the pods of one role. */
export function roleService(
  redis: string,
  role: RedisRole,
  {
    labels,
    selector,
  }: { readonly labels: Readonly<Record<string, string>>; readonly selector: Readonly<Record<string, string>> },
): Service {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: serviceName(redis, role), labels: { ...labels, ...selector } },
    spec: {
      selector: { ...selector, [ROLE_LABEL]: role },
      ports: [{ name: 'redis', port: REDIS_PORT, targetPort: 'redis' }],
    },
  };
}
