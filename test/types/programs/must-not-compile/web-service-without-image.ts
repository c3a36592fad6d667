import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) => new WebService(chart, 'api', { port: 8080 });
