import type { Chart } from 'cdk8s';
import { WebService } from 'cdk8s-workloads';

export const api = (chart: Chart) =>
  // error: 'hostNetwork' does not exist in type 'WebServiceProps<8080, string, string>'.
  new WebService(chart, 'api', { image: 'ghcr.io/shop/api:2.3.1', port: 8080, hostNetwork: true });
