import { Testing } from 'cdk8s';
import { NodeAgent, StatefulDatabase, WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();
const image = 'quay.io/oauth2-proxy/oauth2-proxy:v7.12.0';
new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  ports: { metrics: 9090 },
  sidecars: { proxy: { image, ports: { sp: 9191 } }, other: { image, ports: { more: { containerPort: 9292 } } } },
  ingress: {
    paths: {
      '/': { pathType: 'Prefix', port: 'sp' },
      '/more': { pathType: 'Prefix', port: 'more' },
      '/sp': { pathType: 'Prefix', port: 9191 },
      '/api': { pathType: 'Prefix', port: 'http' },
      '/metrics': { pathType: 'Prefix', port: 'metrics' },
    },
  },
  probes: { readiness: { httpGet: { port: 9191 } }, liveness: { httpGet: { port: 9292 } } },
});
new StatefulDatabase(chart, 'orders', {
  image: 'postgres:16.4',
  user: 999,
  port: 5432,
  sidecars: { exporter: { image, ports: { metrics: 9187 } } },
  probes: { readiness: { tcpSocket: { port: 'db' } }, liveness: { httpGet: { port: 9187 } } },
});
new NodeAgent(chart, 'logs', {
  image,
  ports: { metrics: 9100 },
  containers: { proxy: { image, ports: { sp: 9191 } } },
  probes: { readiness: { httpGet: { port: 9191 } }, liveness: { httpGet: { port: 'metrics' } } },
});
