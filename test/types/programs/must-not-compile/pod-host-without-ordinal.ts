import { StatefulDatabase } from 'cdk8s-workloads';

// error: Expected 2-3 arguments, but got 1.
export const host = StatefulDatabase.podHost('kafka');
