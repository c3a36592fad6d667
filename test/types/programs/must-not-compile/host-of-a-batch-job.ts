import type { BatchJob } from 'cdk8s-workloads';

// error: Property 'host' does not exist on type 'BatchJob'.
export const hostOf = (migrate: BatchJob) => migrate.host;
