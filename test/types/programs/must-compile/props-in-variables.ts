import { Testing } from 'cdk8s';
import {
  BatchJob,
  NodeAgent,
  ScheduledJob,
  StatefulDatabase,
  WebService,
  type BatchJobProps,
  type NodeAgentProps,
  type ScheduledJobProps,
  type StatefulDatabaseProps,
  type WebServiceProps,
} from 'cdk8s-workloads';

export const chart = Testing.chart();
const database: StatefulDatabaseProps = {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  ports: { metrics: 9187 },
  probes: { readiness: { tcpSocket: { port: 'db' } }, liveness: { httpGet: { port: 'metrics' } } },
};
const web: WebServiceProps = { image: 'ghcr.io/shop/api:2.3.1', port: 8080, replicas: 2 };
const agent: NodeAgentProps = { image: 'fluent/fluentd:v1.17', nodes: 'every' };
const job: BatchJobProps = { image: 'ghcr.io/shop/api:2.3.1', completion: { mode: 'Count', completions: 2 } };
const scheduled: ScheduledJobProps = { schedule: '@daily', job: { image: 'ghcr.io/shop/api:2.3.1' } };

new StatefulDatabase(chart, 'database', database);
new WebService(chart, 'web', web);
new NodeAgent(chart, 'agent', agent);
new BatchJob(chart, 'job', job);
new ScheduledJob(chart, 'scheduled', scheduled);
