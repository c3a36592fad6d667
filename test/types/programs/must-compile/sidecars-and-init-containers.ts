import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  containerName: 'main',
  port: 8080,
  volumes: { socket: { emptyDir: {} } },
  mounts: { '/run/proxy': { volume: 'socket' } },
  initContainers: {
    migrate: { image: 'ghcr.io/shop/api:2.3.1', command: ['migrate', 'up'] },
    tunnel: {
      image: 'ghcr.io/shop/tunnel:1.0.0',
      restartPolicy: 'Always',
      probes: { startup: { exec: { command: ['up'] } } },
    },
  },
  sidecars: {
    proxy: {
      image: 'envoyproxy/envoy:v1.31.0',
      ports: { admin: 9901 },
      mounts: { '/run/proxy': { volume: 'socket', readOnly: true } },
      probes: { readiness: { httpGet: { path: '/ready', port: 'admin' } } },
    },
  },
  containers: { metrics: { image: 'ghcr.io/shop/metrics:1.0.0', ports: { metrics: 9090 }, stdin: true, tty: true } },
});
