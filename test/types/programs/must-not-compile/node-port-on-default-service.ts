import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: Property 'type' is missing in type '...' but required in type '...'.
  new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, service: { nodePort: 30080 } });
