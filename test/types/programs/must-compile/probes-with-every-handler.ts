import { Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = Testing.chart();

new WebService(chart, 'http', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  ports: { admin: 9000 },
  probes: {
    startup: {
      httpGet: {
        host: '127.0.0.1',
        path: '/up',
        port: 'admin',
        scheme: 'HTTPS',
        httpHeaders: [{ name: 'X-Probe', value: 'yes' }],
      },
      initialDelaySeconds: 1,
      periodSeconds: 2,
      timeoutSeconds: 1,
      failureThreshold: 60,
      terminationGracePeriodSeconds: 10,
    },
    readiness: { tcpSocket: { port: 'http', host: '127.0.0.1' }, successThreshold: 2 },
    liveness: { exec: { command: ['true'] }, terminationGracePeriodSeconds: 5 },
  },
});
new WebService(chart, 'grpc', {
  image: 'ghcr.io/shop/grpc:2.3.1',
  ports: { grpc: { containerPort: 9090, appProtocol: 'grpc' } },
  probes: { liveness: { grpc: { port: 9090, service: 'shop.v1' } }, readiness: { grpc: { port: 9090 } } },
});
