import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();
const ports: Record<string, number> = Object.fromEntries(['http', 'admin'].map((name, index) => [name, 8080 + index]));

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  ports,
  probes: { readiness: { httpGet: { port: 'admin' } } },
});
