import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();
const port = Number(process.env.PORT ?? '8080');

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port,
  probes: { readiness: { httpGet: { path: '/healthz', port } }, liveness: { tcpSocket: { port: port } } },
});
