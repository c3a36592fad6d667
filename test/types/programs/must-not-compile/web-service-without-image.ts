import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

// error: Property 'image' is missing in type '...' but required in type '...'.
export const api = (chart: Chart) => new WebService(chart, 'api', { port: 8080 });
