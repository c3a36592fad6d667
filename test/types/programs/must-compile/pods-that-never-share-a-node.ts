import { Testing } from 'cdk8s';
import { StatefulDatabase, WebService, type Spread } from 'cdk8s-workloads';

export const chart = Testing.chart();
const spread: Spread = 'required';

new StatefulDatabase(chart, 'orders', { image: 'postgres:16.4', user: 999, replicas: 3, spread });
new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  replicas: 3,
  spread: 'required',
  affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ topologyKey: 'rack' }] } },
});
