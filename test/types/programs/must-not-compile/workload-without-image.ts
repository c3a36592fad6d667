import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

export const migrate = (chart: Chart) => new BatchJob(chart, 'migrate', { command: ['migrate', 'up'] });
