import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  new BatchJob(chart, 'migrate', {
    image: 'ghcr.io/shop/api:2.3.1',
    // error: Type '...' is not assignable to type 'undefined'.
    env: { TOKEN: { secretKeyRef: { name: 'api', key: 'token' }, configMapKeyRef: { name: 'api', key: 'token' } } },
  });
