import { Testing } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-28';
import { NodeAgent } from 'cdk8s-workloads';

export const chart = Testing.chart();
const made = new ConfigMap(chart, 'config', { data: { level: 'debug' } });
const imported = ConfigMap.fromConfigMapName(chart, 'imported', 'settings');

new NodeAgent(chart, 'logs', {
  image: 'fluent/fluentd:v1.17',
  env: { LEVEL: { configMapKeyRef: { name: made, key: 'level' } } },
  envFrom: [{ configMapRef: { name: imported }, prefix: 'LOG_' }],
  mounts: { '/etc/logs': { configMap: { name: made } } },
});
