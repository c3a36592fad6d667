import type { BatchJob } from 'cdk8s-workloads';

export const hostOf = (migrate: BatchJob) => migrate.host;
