import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) =>
  new BatchJob(chart, 'migrate', {
    image: 'ghcr.io/shop/api:2.3.1',
    // error: Type '"Never"' is not assignable to type '"Always"'.
    initContainers: { proxy: { image: 'ghcr.io/shop/proxy:1.0.0', restartPolicy: 'Never' } },
  });
