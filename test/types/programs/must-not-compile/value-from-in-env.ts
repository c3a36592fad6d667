import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  new BatchJob(chart, 'migrate', {
    image: 'ghcr.io/shop/api:2.3.1',
    // error: 'valueFrom' does not exist in type 'OneOf<EnvSources>'.
    env: { TOKEN: { valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } } },
  });
