import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: Type '"everywhere"' is not assignable to type '...'.
  new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, networkPolicy: { from: 'everywhere' } });
