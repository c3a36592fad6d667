import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    ingress: { host: 'shop.example.com' },
    // error: Type '...' is missing the following properties from type 'HTTPIngressPath': backend, pathType
    overrides: { ingress: { spec: { rules: [{ http: { paths: [{ path: '/' }] } }] } } },
  });
