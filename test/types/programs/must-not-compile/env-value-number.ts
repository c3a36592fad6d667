import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: Type 'number' is not assignable to type 'EnvValue'.
  new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, env: { PORT: 8080 } });
