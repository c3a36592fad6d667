import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  new WebService(chart, 'api', {
    image: 'ghcr.io/shop/api:2.3.1',
    ports: { http: 8080, admin: 9000 },
    // error: Type '"admins"' is not assignable to type '...'. Did you mean '"admin"'?
    ingress: { paths: { '/admin': { pathType: 'Prefix', port: 'admins' } } },
  });
