import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  new BatchJob(chart, 'migrate', {
    image: 'ghcr.io/shop/api:2.3.1',
    // error: 'name' does not exist in type '...'.
    mounts: { '/etc/tls': { secret: { name: 'tls' } } },
  });
