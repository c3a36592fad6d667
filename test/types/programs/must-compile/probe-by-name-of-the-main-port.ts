import { Testing } from 'cdk8s';
import { StatefulDatabase, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  probes: { readiness: { httpGet: { port: 'http' } } },
  ingress: { paths: { '/': { pathType: 'Prefix', port: 'http' } } },
});
new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  probes: { readiness: { tcpSocket: { port: 'db' } } },
});
