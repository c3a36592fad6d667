import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: Type 'string' is not assignable to type 'readonly string[]'.
  new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, command: 'serve' });
