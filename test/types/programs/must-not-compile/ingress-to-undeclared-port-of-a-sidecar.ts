import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    port: 8080,
    sidecars: { proxy: { image: 'envoyproxy/envoy:v1.35.0', ports: { admin: 9901 } } },
    // error: Type '"admins"' is not assignable to type '...'. Did you mean '"admin"'?
    ingress: { paths: { '/admin': { pathType: 'Prefix', port: 'admins' } } },
  });
