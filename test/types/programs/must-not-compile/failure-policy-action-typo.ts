import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  new BatchJob(chart, 'migrate', {
    image: 'ghcr.io/shop/api:2.3.1',
    // error: Type '"FailIndexes"' is not assignable to type '...'. Did you mean '"FailIndex"'?
    podFailurePolicy: { rules: [{ action: 'FailIndexes', onExitCodes: { operator: 'In', values: [42] } }] },
  });
