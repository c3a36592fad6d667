import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    replicas: 3,
    // error: Type '"require"' is not assignable to type '...'. Did you mean '"required"'?
    spread: 'require',
  });
