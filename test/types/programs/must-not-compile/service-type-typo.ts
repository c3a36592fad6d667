import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: Type '"Loadbalancer"' is not assignable to type '...'. Did you mean '"LoadBalancer"'?
  new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, service: { type: 'Loadbalancer' } });
