import { Testing } from 'cdk8s';
import { NodeAgent, StatefulDatabase, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new NodeAgent(chart, 'logs', { image: 'fluent/fluentd:v1.17', updateStrategy: { type: 'RollingUpdate' } });
new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  strategy: { type: 'RollingUpdate' },
});
new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  updateStrategy: { type: 'RollingUpdate' },
});
