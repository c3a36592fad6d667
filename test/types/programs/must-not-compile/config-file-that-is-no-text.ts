import type { Chart } from 'cdk8s';
import { StatefulDatabase } from 'cdk8s-workloads';

export const cache = (chart: Chart) =>
  new StatefulDatabase(chart, 'cache', {
    image: 'redis:7.2.5',
    user: 999,
    // error: Type '...' is not assignable to type 'string'.
    config: { mountPath: '/etc/redis', files: { 'redis.json': { maxmemory: '100mb' } } },
  });
