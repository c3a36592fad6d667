import type { Chart } from 'cdk8s';
import { BatchJob } from 'cdk8s-workloads';

// error: Property 'image' is missing in type '...' but required in type 'WorkloadProps<AnyPort, number, string>'.
export const migrate = (chart: Chart) => new BatchJob(chart, 'migrate', { command: ['migrate', 'up'] });
