import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

// error: Type 'string' is not assignable to type 'number'.
export const api = (chart: Chart) => new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: '8080' });
