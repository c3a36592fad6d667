import { Chart, Testing } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const chart = new Chart(Testing.app(), 'shop', { namespace: 'shop' });

const api = new WebService(chart, 'api', {
  image: 'ghcr.io/shop/api:2.3.1',
  port: 8080,
  ports: { admin: 9000 },
  replicas: 3,
  service: { port: 80, annotations: { a: 'b' }, sessionAffinity: 'ClientIP', ipFamilyPolicy: 'PreferDualStack' },
  ingress: {
    className: 'nginx',
    host: ['shop.example.com', '*.shop.example.com'],
    paths: {
      '/api': { pathType: 'Prefix' },
      '/admin': { pathType: 'Exact', port: 'admin' },
      '/old(/|$)(.*)': { pathType: 'ImplementationSpecific', port: 8080 },
    },
    tlsSecretName: 'shop-tls',
    annotations: { 'nginx.ingress.kubernetes.io/rewrite-target': '/$2' },
  },
  strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: 0 } },
  drainSeconds: 10,
  minReadySeconds: 5,
  progressDeadlineSeconds: 300,
  revisionHistoryLimit: 5,
  paused: false,
  podDisruptionBudget: { maxUnavailable: '50%' },
  spread: true,
  networkPolicy: { from: 'anywhere' },
});
export const answers: readonly (string | number | undefined)[] = [api.host, api.port, api.url('http', 'v1')];
